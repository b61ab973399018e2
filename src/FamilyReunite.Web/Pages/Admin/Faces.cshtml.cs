using FamilyReunite.Casework.Faces;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.Faces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Admin;

/// <summary>Face comparison as a whole: whether it is permitted, on what grounds, with which pack, and how many people it touches. No face is visible here.</summary>
public sealed class FacesModel(FacePermissionDesk desk, FaceStatusReader status, IStringLocalizer<FacesText> text) : ReunitePage
{
    public FaceStatus Status { get; private set; } = new(null, new Problem("face.no-pack"), 0, 0, 0, 0);

    /// <summary>Permissions that have ended, newest first.</summary>
    public IReadOnlyList<FacePermission> Former { get; private set; } = [];

    [BindProperty] public string? LegalBasis { get; set; }

    [BindProperty] public string? Assessment { get; set; }

    [BindProperty] public string? AssessmentReference { get; set; }

    [BindProperty] public DateOnly? AssessedOn { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public async Task OnGetAsync()
    {
        Status = await status.ReadAsync(Aborted);
        Former = [.. (await desk.ListAsync(Aborted)).Where(p => p.Until is not null)];
    }

    public async Task<IActionResult> OnPostOnAsync() => await AnswerAsync(await desk.TurnOnAsync(Caller.Actor, WriteId, new FaceGrounds(LegalBasis, Assessment, AssessmentReference, AssessedOn), Aborted), "admin.was-turned-on");

    public async Task<IActionResult> OnPostOffAsync() => await AnswerAsync(await desk.TurnOffAsync(Caller.Actor, WriteId, Reason, Aborted), "admin.was-turned-off");

    private async Task<IActionResult> AnswerAsync(Outcome<Done> outcome, string sentence)
    {
        if (outcome.Succeeded)
        {
            Say(text[sentence]);
            return RedirectToPage();
        }
        Show(outcome.Problems);
        await OnGetAsync();
        return Page();
    }
}
