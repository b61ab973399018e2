using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Tests.Contract;

/// <summary>What has to hold when several servers write at the same moment, each over a connection of its own.</summary>
public abstract class DatabaseRaces : DatabaseContract
{
    private const int Servers = 4;

    [Fact]
    public async Task Save_SeveralServersAtOnce_ContinueOneChain()
    {
        var results = await AtOnceAsync(async (db, ready) =>
        {
            await ready();
            var result = WriteResult.Saved;
            for (var i = 0; i < 10 && result == WriteResult.Saved; i++) result = await new ChangeWriter(db, Clock).SaveAsync(Note("test.written", NewId()), default);
            return result;
        });
        Assert.All(results, r => Assert.Equal(WriteResult.Saved, r));
        await using var check = Open();
        Assert.Equal(new AuditVerdict(Servers * 10, AuditFault.None, null), await new AuditVerifier(check).VerifyAsync(default));
    }

    [Fact]
    public async Task Save_OneWriteIdFromSeveralServersAtOnce_IsCarriedOutOnce()
    {
        var write = NewId();
        var results = await AtOnceAsync(async (db, ready) =>
        {
            await ready();
            return await new ChangeWriter(db, Clock).SaveAsync(Note("test.written", write, write), default);
        });
        Assert.Single(results, WriteResult.Saved);
        Assert.Equal(Servers - 1, results.Count(r => r == WriteResult.Repeated));
    }

    [Fact]
    public async Task Save_SeveralReviewersConfirmAtOnce_OneIsFirstAndTheOthersAreTold()
    {
        var (person, report) = await PairAsync();
        await using (var db = Open())
        {
            db.CandidateMatches.Add(Pair(person, report));
            await db.SaveChangesAsync();
        }
        var results = await AtOnceAsync(async (db, ready) =>
        {
            var match = await db.CandidateMatches.Include(m => m.Decisions).SingleAsync();
            Assert.True(match.Decide(Confirmation()).Succeeded);
            foreach (var decision in match.Decisions) db.Entry(decision).State = EntityState.Added;
            await ready();
            return await new ChangeWriter(db, Clock).SaveAsync(Note("match.confirm", match.Id), default);
        });
        Assert.Single(results, WriteResult.Saved);
        Assert.Equal(Servers - 1, results.Count(r => r == WriteResult.Conflict));
        await using var check = Open();
        var back = await check.CandidateMatches.Include(m => m.Decisions).SingleAsync();
        Assert.Equal((MatchState.AwaitingSecond, 1), (back.State, back.Decisions.Count));
    }

    [Fact]
    public async Task Save_OnePairProposedBySeveralServersAtOnce_IsKeptOnce()
    {
        var (person, report) = await PairAsync();
        var results = await AtOnceAsync(async (db, ready) =>
        {
            db.CandidateMatches.Add(Pair(person, report));
            await ready();
            try
            {
                return await new ChangeWriter(db, Clock).SaveAsync(Note("match.proposed", person), default);
            }
            catch (DbUpdateException)
            {
                return WriteResult.Conflict;
            }
        });
        Assert.Single(results, WriteResult.Saved);
        await using var check = Open();
        Assert.Equal(1, await check.CandidateMatches.CountAsync());
    }

    private CandidateMatch Pair(Guid person, Guid report) => new(NewId(), person, report, new MatchAssessment(-1, -3, .2, "[]", "1", "f"), Clock.GetUtcNow());

    private Decision Confirmation() => new(NewId(), DecisionAction.Confirm, NewId(), NewId(), Clock.GetUtcNow(), "两份材料上的疤痕与村名一致");

    /// <summary>Runs <paramref name="act"/> once a server; its second argument waits until all have come as far.</summary>
    private async Task<WriteResult[]> AtOnceAsync(Func<ReuniteDb, Func<Task>, Task<WriteResult>> act)
    {
        var (waiting, open) = (Servers, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Task ReadyAsync()
        {
            if (Interlocked.Decrement(ref waiting) == 0) open.SetResult();
            return open.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        return await Task.WhenAll(Enumerable.Range(0, Servers).Select(_ => Task.Run(async () =>
        {
            await using var db = Open();
            await db.Database.OpenConnectionAsync();
            return await act(db, ReadyAsync);
        })));
    }
}
