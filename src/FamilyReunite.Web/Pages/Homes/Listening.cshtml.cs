using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>请您听: a recording, and the four answers of somebody who knows how people speak at home. The record itself is not shown.</summary>
public sealed class ListeningModel(ListeningDesk listening, HomeLines lines, IStringLocalizer<HomesText> text) : ReunitePage
{
    private ListeningLine? _line;

    public ListeningLine Line => _line ?? throw new InvalidOperationException("The request was not read.");

    /// <summary>The caller's station asked, and sees what the others answered.</summary>
    public bool IsAsker => Line.Request.OrganisationId == Caller.OrganisationId;

    /// <summary>What this listener answered last; null before the first answer.</summary>
    public ListenerLine? Mine => Line.Answers.FirstOrDefault(a => a.Answer.AccountId == Caller.AccountId);

    /// <summary>Division whose speech the caller answers for.</summary>
    public string Home => Typed ?? Mine?.Home ?? lines.NameOf(Caller.District);

    [BindProperty] public ListeningVerdict? Verdict { get; set; }

    [BindProperty(Name = "Home")] public string? Typed { get; set; }

    [BindProperty] public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotYours();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await listening.AnswerAsync(Caller, new NewOpinion(WriteId, id, Verdict, Typed, Words), Aborted);
        if (done.Succeeded)
        {
            Say(text["said.opinion"]);
            return LocalRedirect($"/Homes/Listening/{id:D}");
        }
        if (done.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        ModelState.Clear();
        Show(done.Problems);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id)
    {
        if (await listening.ReadAsync(Caller, id, Aborted) is not { } request) return false;
        _line = (await lines.OfAsync([request], Aborted))[0];
        return true;
    }
}
