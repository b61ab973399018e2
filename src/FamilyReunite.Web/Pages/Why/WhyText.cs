namespace FamilyReunite.Web.Pages.Why;

/// <summary>Marks the resources of this folder.</summary>
public sealed class WhyText;
