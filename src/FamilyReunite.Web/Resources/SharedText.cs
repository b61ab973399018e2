namespace FamilyReunite.Web.Resources;

/// <summary>Marks the words that every page shares (SharedText.resx, SharedText.en.resx).</summary>
public sealed class SharedText;
