namespace FamilyReunite.Web.Pages.Escort;

/// <summary>One labelled input of the escort forms.</summary>
/// <param name="Id">Name of the field in problems, so that the error summary can lead to it.</param>
/// <param name="List">Id of a datalist.</param>
public sealed record PlanInput(string Id, string Name, string Label, string? Value, string? Error = null, string Type = "text", string? List = null, string? Hint = null);
