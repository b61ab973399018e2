namespace FamilyReunite.Web.Pages.Pictures;

/// <summary>Marks the words of the picture pages (PicturesText.resx, PicturesText.en.resx).</summary>
public sealed class PicturesText;
