using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>Names of places in large type, one at a time, to be read aloud while somebody watches the face.</summary>
public sealed class AloudModel(HomeDesk homes, InterviewDesk interview, IInterview questions) : ReunitePage
{
    /// <summary>Proposals among which the names are sought; other kinds of question stand between them.</summary>
    private const int Sought = 60;

    private HomeView? _view;

    public HomeView View => _view ?? throw new InvalidOperationException("The person was not read.");

    /// <summary>The name to read now; null when no name is worth reading any more.</summary>
    public ProposedQuestion? Name { get; private set; }

    /// <summary>Names read so far.</summary>
    public int Done { get; private set; }

    [BindProperty] public AnswerInput Answer { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotYours();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await interview.AnswerAsync(Caller, Answer.Of(WriteId, id), Aborted);
        if (done.Succeeded) return LocalRedirect($"/People/{id:D}/Home/Aloud");
        if (done.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        ModelState.Clear();
        Show(done.Problems);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id)
    {
        _view = await homes.ReadAsync(Caller, id, Aborted);
        if (_view is not { IsOwn: true }) return false;
        var asked = _view.Answers.Where(a => !a.Answer.IsWithdrawn).Select(a => a.Answer.Question).ToHashSet(StringComparer.Ordinal);
        Name = questions.Next(_view.Belief, asked, InterviewMeans.Understands, Sought).FirstOrDefault(q => q.Kind == QuestionKind.Name);
        Done = asked.Count(a => a.StartsWith("name:", StringComparison.Ordinal));
        return true;
    }
}
