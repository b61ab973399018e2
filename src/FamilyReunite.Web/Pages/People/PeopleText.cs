namespace FamilyReunite.Web.Pages.People;

/// <summary>Marks the words of record lists and record pages (PeopleText.resx, PeopleText.en.resx).</summary>
public sealed class PeopleText;
