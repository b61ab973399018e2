using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>One inquiry: what is asked and told, and the reply.</summary>
public sealed class InquiryModel(InquiryDesk inquiries, HomeLines lines, IStringLocalizer<HomesText> text) : InquiryPage(inquiries, lines)
{
    private readonly InquiryDesk _inquiries = inquiries;

    public static IReadOnlyList<InquiryState> Replies { get; } = [InquiryState.NotKnown, InquiryState.MoreToAsk, InquiryState.FamilyFound];

    [BindProperty] public InquiryState State { get; set; }

    [BindProperty] public string? Reply { get; set; }

    [BindProperty] public string? RepliedBy { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotYours();

    public async Task<IActionResult> OnPostReplyAsync(Guid id) => await DoneAsync(id, await _inquiries.AnswerAsync(Caller, WriteId, id, State, Reply, RepliedBy, Aborted), "said.replied");

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id) => await DoneAsync(id, await _inquiries.WithdrawAsync(Caller, WriteId, id, Aborted), "said.ask-withdrawn");

    private async Task<IActionResult> DoneAsync(Guid id, Outcome<Done> done, string sentence)
    {
        if (done.Succeeded)
        {
            Say(text[sentence]);
            return LocalRedirect($"/Homes/Inquiries/{id:D}");
        }
        if (done.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        ModelState.Clear();
        Show(done.Problems);
        return Page();
    }
}
