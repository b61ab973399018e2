using System.Globalization;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Values;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>找家: where a stranded person may come from, why, and what to ask next.</summary>
public sealed class PersonModel(HomeDesk homes, InterviewDesk interview, ListeningDesk listening, InquiryDesk inquiries, IInterview questions, IStringLocalizer<HomesText> text) : ReunitePage
{
    /// <summary>Questions shown at a time.</summary>
    private const int Asked = 4;

    private HomeView? _view;

    public HomeView View => _view ?? throw new InvalidOperationException("The person was not read.");

    /// <summary>Digits of the division that is looked at: a province, prefecture or county; empty for the whole country.</summary>
    [BindProperty(SupportsGet = true)] public string? At { get; set; }

    public DivisionCode? Area { get; private set; }

    /// <summary>The county that is looked at; null when none is.</summary>
    public County? County => Area is { Level: DivisionLevel.County } || Area is { Level: DivisionLevel.Prefecture } && CountySet.Within(Area.Value).Count == 1 ? CountySet.All[CountySet.Within(Area.Value)[0]] : null;

    /// <summary>Towns and villages of that county that fit what was heard.</summary>
    public IReadOnlyList<PlaceGuess> Below { get; private set; } = [];

    /// <summary>Organisations that may be asked to listen, those of likely homes first, with the belief in their district.</summary>
    public IReadOnlyList<(Domain.People.Organisation House, double Probability)> Listeners { get; private set; } = [];

    /// <summary>The question of the interview that was asked, with what came of it.</summary>
    [BindProperty] public AnswerInput Answer { get; set; } = new();

    /// <summary>How the person can answer.</summary>
    [BindProperty(SupportsGet = true)] public InterviewMeans Means { get; set; }

    /// <summary>What is worth asking now, best first.</summary>
    public IReadOnlyList<ProposedQuestion> Questions { get; private set; } = [];

    [BindProperty] public ListeningInput Listening { get; set; } = new();

    /// <summary>Address of this page for a form with a handler; it keeps what is looked at and how the person answers.</summary>
    public string Form(string handler) => string.Create(CultureInfo.InvariantCulture, $"/People/{View.Person.Id:D}/Home{Kept}&handler={handler}");

    private string Kept => string.Create(CultureInfo.InvariantCulture, $"?Means={Means}{(Area is { } a || DivisionCode.TryParse(At, out a) ? "&At=" + a : "")}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotYours();

    public async Task<IActionResult> OnPostAnswerAsync(Guid id) => await DoneAsync(id, await interview.AnswerAsync(Caller, Answer.Of(WriteId, id), Aborted), "said.answer", "interview");

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid answer) => await DoneAsync(id, await interview.WithdrawAsync(Caller, WriteId, answer, Aborted), "said.withdrawn", "answers");

    public async Task<IActionResult> OnPostListenAsync(Guid id)
    {
        var asked = await listening.AskAsync(Caller, new NewListening(WriteId, id, Listening.ClipId, Listening.Words, Listening.To), Aborted);
        return await DoneAsync(id, asked.Succeeded ? Done.Instance : asked.Problems.ToArray(), "said.listening", "listening");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, Guid request) => await DoneAsync(id, await listening.CloseAsync(Caller, WriteId, request, Aborted), "said.closed", "listening");

    private async Task<IActionResult> DoneAsync(Guid id, Outcome<Done> done, string sentence, string fragment)
    {
        if (done.Succeeded)
        {
            Say(text[sentence]);
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/People/{id:D}/Home{Kept}#{fragment}"));
        }
        if (done.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        ModelState.Clear();
        // a problem of an answer belongs to the box under its question
        var question = Questions.Select(q => q.Id).ToList().IndexOf(Answer.Question ?? "");
        Show(done.Problems.Select(p => fragment == "interview" ? p with { Field = question < 0 ? "interview" : string.Create(CultureInfo.InvariantCulture, $"said-{question}") } : p));
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id)
    {
        _view = await homes.ReadAsync(Caller, id, Aborted);
        if (_view is null) return false;
        if (DivisionCode.TryParse(At, out var code) && CountySet.Within(code).Count > 0) Area = code;
        if (County is { } county) Below = homes.Below(View, county.Code);
        if (View.IsOwn) Questions = questions.Next(View.Belief, View.Answers.Where(a => !a.Answer.IsWithdrawn).Select(a => a.Answer.Question).ToHashSet(StringComparer.Ordinal), Means, Asked);
        if (View.IsOwn) Listeners = [.. (await inquiries.HousesAsync(Caller, Aborted)).Select(o => (o, DivisionCode.TryParse(o.District, out var d) ? View.Belief.Of(d) : 0)).OrderByDescending(o => o.Item2).ThenBy(o => o.o.Name, StringComparer.Ordinal).Take(40)];
        return true;
    }
}
