using System.Globalization;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>A run that this process carries out alone: the ledger row holds its cursor.</summary>
internal sealed class SoloCourse : IRunCourse
{
    private readonly JobTicket _ticket;
    private readonly JobLedger _ledger;
    private readonly TimeProvider _clock;
    private readonly Guid[] _left;
    private readonly int _waveSize;
    private readonly double _before;
    private readonly long _began;
    private int _given;
    private int _done;
    private MatchRunSummary? _next;

    /// <param name="began">When the run began, planning included.</param>
    public SoloCourse(JobTicket ticket, IEnumerable<Guid> persons, MatchRunSummary at, long began, int waveSize, JobLedger ledger, TimeProvider clock)
    {
        (_ticket, _ledger, _clock, _waveSize, _began) = (ticket, ledger, clock, waveSize, began);
        (At, _before, _done) = (at, at.Seconds, ticket.Done);
        _left = [.. persons.Where(p => at.After is not { } after || p.CompareTo(after) > 0).Order()];
    }

    public MatchRunSummary At { get; private set; }

    public IReadOnlyList<Guid> Left => _left;

    public double Seconds => _before + _clock.GetElapsedTime(_began).TotalSeconds;

    private int Total => _ticket.Done + _left.Length;

    public Task<IRunWave?> NextAsync(CancellationToken ct)
    {
        var persons = _left.Skip(_given).Take(_waveSize).ToArray();
        _given += persons.Length;
        return Task.FromResult<IRunWave?>(persons.Length == 0 ? null : new Wave(this, persons));
    }

    public Task AliveAsync(CancellationToken ct) => _ledger.AdvanceAsync(_ticket, _done, Total, At.ToJson(), ct);

    private Task<ChangeNote> AdvanceAsync(ReuniteDb db, IReadOnlyCollection<Guid> persons, MatchTally tally, CancellationToken ct)
    {
        _next = At with { After = persons.Last(), Tally = At.Tally + tally, Seconds = Seconds };
        return _ledger.AdvanceAsync(db, _ticket, _done + persons.Count, Total, _next.ToJson(), string.Create(CultureInfo.InvariantCulture, $"slot={_ticket.Slot} persons={tally.Persons} pairs={tally.Pairs}"), ct);
    }

    private sealed class Wave(SoloCourse course, Guid[] persons) : IRunWave
    {
        private int _advanced;

        public IReadOnlyList<Guid> Persons => persons;

        public Task<ChangeNote> AdvanceAsync(ReuniteDb db, IReadOnlyCollection<Guid> chunk, MatchTally tally, CancellationToken ct)
        {
            _advanced = chunk.Count;
            return course.AdvanceAsync(db, chunk, tally, ct);
        }

        public void Saved() => (course.At, course._done) = (course._next ?? course.At, course._done + _advanced);
    }
}
