namespace FamilyReunite.Web.Pages.Intake;

/// <summary>Marks the words of the record forms (IntakeText.resx, IntakeText.en.resx).</summary>
public sealed class IntakeText;
