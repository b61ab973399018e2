using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Clues;
using FamilyReunite.Domain;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Tests.Installation;

/// <summary>Scores by name alone: the same 0.9, the same surname 0.3, else 0.001; a shared mark adds. Can be told to break.</summary>
public sealed class NameScorer : IPairScorer, IScorerSource
{
    private int _left = int.MaxValue;

    public string ModelVersion { get; set; } = "test-1";

    public IReadOnlyList<Problem> Refused { get; set; } = [];

    public Task<Outcome<IPairScorer>> OpenAsync(CancellationToken ct) => Task.FromResult(Refused.Count > 0 ? Refused.ToArray() : Outcome.Of<IPairScorer>(this));

    /// <summary>Called before each pair; may throw.</summary>
    public Action<ClueSet, ClueSet>? Before { get; set; }

    public List<(Guid Person, Guid Report)> Scored { get; } = [];

    public void BreakAfter(int pairs) => _left = pairs;

    public MatchScore Score(ClueSet person, ClueSet report)
    {
        Before?.Invoke(person, report);
        if (Interlocked.Decrement(ref _left) < 0) throw new IOException("The power went.");
        lock (Scored) Scored.Add((person.RecordId, report.RecordId));
        var same = person.Names.Any(p => report.Names.Any(r => r.Text == p.Text));
        var surname = person.Names.Any(p => report.Names.Any(r => r.Surname == p.Surname));
        var mark = person.Marks.Any(p => report.Marks.Any(r => r.Mark == p.Mark)) ? 1 : 0;
        var name = same ? 5.2 : surname ? 2.2 : -3.9;
        return new MatchScore(-3 + name + mark, -3, 1 / (1 + Math.Exp(3 - name - mark)),
        [
            new Evidence("name", same ? AgreementLevel.Exact : AgreementLevel.Conflict, name, "姓名", "name"),
            new Evidence("mark", mark > 0 ? AgreementLevel.Exact : AgreementLevel.NothingToCompare, mark, "特征", "mark"),
        ]);
    }
}
