using System.Globalization;
using System.Text.Json;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Ledger;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>A run that several servers carry out: each takes share after share; how far a share is stands in its row.</summary>
internal sealed class SharedCourse(JobTicket ticket, IReadOnlyList<Guid> left, JobShares shares, TimeSpan life) : IRunCourse
{
    public IReadOnlyList<Guid> Left => left;

    /// <summary>Figures of all shares together.</summary>
    public static MatchTally Sum(IEnumerable<string> figures) => figures.Select(Read).Aggregate(new MatchTally(), (a, b) => a + b);

    public async Task<IRunWave?> NextAsync(CancellationToken ct) => await shares.TakeAsync(ticket.RunId, life, ct) is { } share ? new Wave(this, share) : null;

    /// <summary>The shares are prolonged all the while.</summary>
    public Task AliveAsync(CancellationToken ct) => Task.CompletedTask;

    private static MatchTally Read(string? figures) => figures is null ? new MatchTally() : JsonSerializer.Deserialize<MatchTally>(figures, JsonSerializerOptions.Web) ?? new MatchTally();

    private sealed class Wave(SharedCourse course, JobShare share) : IRunWave
    {
        private int _done = share.DoneCount;
        private MatchTally _tally = Read(share.Figures);
        private (int Done, MatchTally Tally) _next;

        public IReadOnlyList<Guid> Persons { get; } = share.Left();

        public Task<ChangeNote> AdvanceAsync(ReuniteDb db, IReadOnlyCollection<Guid> persons, MatchTally tally, CancellationToken ct)
        {
            _next = (_done + persons.Count, _tally + tally);
            return course.AdvanceAsync(db, share, _next.Done, _next.Tally, tally, ct);
        }

        public void Saved() => (_done, _tally) = _next;
    }

    private Task<ChangeNote> AdvanceAsync(ReuniteDb db, JobShare share, int done, MatchTally sum, MatchTally chunk, CancellationToken ct) =>
        shares.AdvanceAsync(db, ticket, share, done, JsonSerializer.Serialize(sum, JsonSerializerOptions.Web), life, string.Create(CultureInfo.InvariantCulture, $"slot={ticket.Slot} share={share.Number} persons={chunk.Persons} pairs={chunk.Pairs}"), ct);
}
