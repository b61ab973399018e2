namespace FamilyReunite.Web.Pages.Setup;

/// <summary>Marks the words of the first run.</summary>
public sealed class SetupText;
