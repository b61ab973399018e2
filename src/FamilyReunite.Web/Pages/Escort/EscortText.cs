namespace FamilyReunite.Web.Pages.Escort;

/// <summary>Marks the sentences of the escort pages.</summary>
public sealed class EscortText;
