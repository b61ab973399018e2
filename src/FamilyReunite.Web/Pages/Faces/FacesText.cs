namespace FamilyReunite.Web.Pages.Faces;

/// <summary>Marks the words of the pages about faces (FacesText.resx, FacesText.en.resx).</summary>
public sealed class FacesText;
