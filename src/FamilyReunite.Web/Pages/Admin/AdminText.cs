namespace FamilyReunite.Web.Pages.Admin;

/// <summary>Marks the words of the administrator's pages.</summary>
public sealed class AdminText;
