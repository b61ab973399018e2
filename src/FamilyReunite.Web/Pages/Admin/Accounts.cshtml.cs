using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.People;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Admin;

public sealed class AccountsModel(AccountDesk desk, OrganisationDesk organisations, ReuniteDb db, IStringLocalizer<AdminText> text) : ReunitePage
{
    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    [BindProperty] public string? UserName { get; set; }

    [BindProperty] public string? DisplayName { get; set; }

    [BindProperty] public string? Role { get; set; }

    [BindProperty] public Guid OrganisationId { get; set; }

    public async Task OnGetAsync()
    {
        Rows = await desk.ListAsync(Aborted);
        Organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.Name).ToListAsync(Aborted);
    }

    public async Task<IActionResult> OnPostCreateAsync()
    {
        var password = AccountDesk.MakePassword();
        var made = await desk.CreateAsync(new NewAccount(UserName ?? "", DisplayName ?? "", Role ?? "", OrganisationId), password, Caller.Actor, WriteId, Aborted);
        return await AnswerAsync(made.Problems, text["accounts.made", UserName ?? "", password]);
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id)
    {
        var made = await desk.ResetPasswordAsync(id, Caller.Actor, WriteId, Aborted);
        return await AnswerAsync(made.Problems, text["accounts.was-reset", made.Value ?? ""]);
    }

    public async Task<IActionResult> OnPostLockAsync(Guid id) => await AnswerAsync((await desk.SetLockedAsync(id, true, Caller.Actor, WriteId, Aborted)).Problems, text["accounts.was-locked"]);

    public async Task<IActionResult> OnPostUnlockAsync(Guid id) => await AnswerAsync((await desk.SetLockedAsync(id, false, Caller.Actor, WriteId, Aborted)).Problems, text["accounts.was-unlocked"]);

    public async Task<IActionResult> OnPostOrganisationAsync(string? name, OrganisationKind kind, string? district, string? telephone, string? timeZone)
    {
        var made = await organisations.AddAsync(new NewOrganisation(kind, name ?? "", district ?? "", telephone, timeZone ?? ""), Caller.Actor, WriteId, Aborted);
        return await AnswerAsync(made.Problems, text["organisations.made", name ?? ""]);
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Problem> problems, string sentence)
    {
        if (problems.Count == 0)
        {
            Say(sentence);
            return RedirectToPage();
        }
        Show(problems);
        await OnGetAsync();
        return Page();
    }
}
