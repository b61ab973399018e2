using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Jobs.Scheduling;
using FamilyReunite.Matching;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Learning;

/// <summary>Once a night: learns from new decisions and proposes what is better. What came of it stands in the ledger.</summary>
public sealed class ChallengerJob(JobLedger ledger, ChallengerRun run, TimeProvider clock, ILogger<ChallengerJob> log) : IScheduledJob
{
    public const string Name = "model-challenger";

    /// <summary>When matching and index are done with.</summary>
    public static readonly DailySchedule Schedule = new(new TimeOnly(5, 30), "Asia/Shanghai");

    /// <summary>Well within the silence after which a run is taken for dead.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    public async Task<JobStart> RunAsync(string slot, CancellationToken ct)
    {
        var ticket = await ledger.BeginAsync(Name, slot, ct);
        if (!ticket.MayRun) return ticket.Start;
        try
        {
            var known = ChallengerResult.Parse((await ledger.LastDoneAsync([Name], ct))?.Summary)?.Known ?? 0;
            var progress = new Latest();
            var learning = run.RunAsync(known, Actor.System("job:" + Name), progress, ct);
            while (await Task.WhenAny(learning, Task.Delay(Beat, clock, ct)) != learning) await ledger.AdvanceAsync(ticket, progress.Value.Done, progress.Value.Total, ticket.Cursor, ct);
            var outcome = await learning;
            if (!outcome.Succeeded) log.ChallengerNotTried(slot, outcome.Problems[0].Code);
            await ledger.FinishAsync(ticket, (outcome.Value ?? ChallengerResult.NotTried(known)).ToJson(), ct);
            return ticket.Start;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await ledger.FailAsync(ticket, e, CancellationToken.None);
            throw;
        }
    }

    private sealed class Latest : IProgress<StepProgress>
    {
        private StepProgress _value = new("", 0, 0);

        public StepProgress Value => Volatile.Read(ref _value);

        public void Report(StepProgress value) => Volatile.Write(ref _value, value);
    }
}
