namespace FamilyReunite.Web.Pages.Cases;

/// <summary>Names the words of the case list.</summary>
public sealed class CasesText;
