namespace FamilyReunite.Web.Pages.Search;

/// <summary>Marks the words of the search page (SearchText.resx, SearchText.en.resx).</summary>
public sealed class SearchText;
