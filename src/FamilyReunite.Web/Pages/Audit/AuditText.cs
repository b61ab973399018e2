namespace FamilyReunite.Web.Pages.Audit;

/// <summary>Names the words of the audit pages.</summary>
public sealed class AuditText;
