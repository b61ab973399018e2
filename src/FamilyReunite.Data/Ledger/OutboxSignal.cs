namespace FamilyReunite.Data.Ledger;

/// <summary>Wakes in this process whoever follows the outbox; the outbox itself stays the truth, so a lost pulse costs a delay and nothing else.</summary>
public sealed class OutboxSignal(TimeProvider clock)
{
    private TaskCompletionSource _next = New();

    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Returns after the next pulse, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        try
        {
            await Volatile.Read(ref _next).Task.WaitAsync(atMost, clock, ct);
        }
        catch (TimeoutException)
        {
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
