namespace FamilyReunite.Web.Pages.Homes;

/// <summary>Marks the words of home finding (HomesText.resx, HomesText.en.resx).</summary>
public sealed class HomesText;
