using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>本站问题: yes-or-no questions that the station adds to the interview.</summary>
public sealed class QuestionsModel(AddedQuestionDesk questions, IStringLocalizer<HomesText> text) : ReunitePage
{
    public IReadOnlyList<AddedQuestionLine> Lines { get; private set; } = [];

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public string? Divisions { get; set; }

    [BindProperty] public HowMany There { get; set; } = HowMany.Most;

    [BindProperty] public HowMany Elsewhere { get; set; } = HowMany.Hardly;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Caller.KeepsPeople) return NotYours();
        Lines = await questions.ListAsync(Caller, Aborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync() => await DoneAsync(await questions.AddAsync(Caller, new NewQuestion(WriteId, Text, Divisions, There, Elsewhere), Aborted), "said.question");

    public async Task<IActionResult> OnPostWithdrawAsync(Guid question) => await DoneAsync(await questions.WithdrawAsync(Caller, WriteId, question, Aborted), "said.question-withdrawn");

    private async Task<IActionResult> DoneAsync(Outcome<Done> done, string sentence)
    {
        if (done.Succeeded)
        {
            Say(text[sentence]);
            return LocalRedirect("/Homes/Questions");
        }
        if (done.Problems[0].Code == "record.not-found") return NotYours();
        ModelState.Clear();
        Show(done.Problems);
        Lines = await questions.ListAsync(Caller, Aborted);
        return Page();
    }
}
