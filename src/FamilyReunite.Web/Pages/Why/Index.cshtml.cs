using System.Globalization;
using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Review.Why;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Why;

/// <summary>为什么不在候选里: one person, one report, and the place on the way of the comparison where the pair ended.</summary>
public sealed class IndexModel(WhyDesk why, StationTime time, IStringLocalizer<WhyText> text) : ReunitePage
{
    public Guid PersonId { get; private set; }

    [BindProperty] public string? Words { get; set; }

    /// <summary>Null before anything was asked.</summary>
    public WhyAnswer? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? report)
    {
        PersonId = id;
        if (!await why.MaySeeAsync(Caller, id, Aborted)) return NotYours();
        if (report is not { } asked) return Page();
        if (await why.AskAsync(Caller, id, asked, Aborted) is not { } answered) return NotYours();
        Show(answered.Problems);
        Answer = answered.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        PersonId = id;
        if (!await why.MaySeeAsync(Caller, id, Aborted)) return NotYours();
        var found = await why.FindReportAsync(Caller, Words, Aborted);
        if (found.Succeeded) return LocalRedirect($"/People/{id:D}/Why/{found.Value:D}");
        Show(found.Problems);
        return Page();
    }

    /// <summary>The answer in one sentence.</summary>
    public string Verdict(WhyAnswer a)
    {
        var band = a.Probability is { } p ? ReviewWords.Of(ProbabilityBands.Of(p), CultureInfo.CurrentUICulture) : "";
        return a.Verdict switch
        {
            WhyVerdict.Listed => text["Listed", a.Place ?? 0],
            WhyVerdict.Rejected => text["Rejected", a.DecidedAt is { } at ? time.Moment(at) : ""],
            WhyVerdict.NotRetrieved => a.Rank is { } rank ? text["NotRetrieved", a.Compared, rank] : text["NotRetrieved.far", a.Compared],
            WhyVerdict.TooUnlikely or WhyVerdict.Crowded or WhyVerdict.NotYetCompared => text[a.Verdict.ToString(), band],
            _ => text[a.Verdict.ToString()],
        };
    }

    public string Clues(IEnumerable<string> families) => string.Join(text["and"], families.Select(f => ReviewWords.Clue(f, CultureInfo.CurrentUICulture)));
}
