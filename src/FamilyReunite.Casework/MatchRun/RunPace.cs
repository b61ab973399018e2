namespace FamilyReunite.Casework.MatchRun;

/// <summary>Turns what was done so far into progress with the time left. Choosing a person's reports and saving them each count half.</summary>
/// <param name="before">Persons done by the run before it was resumed; they say nothing about the pace.</param>
internal sealed class RunPace(TimeProvider clock, int before, int total, IProgress<WorkProgress>? progress)
{
    private readonly Lock _gate = new();
    private readonly long _began = clock.GetTimestamp();
    private double _chosen;
    private int _saved;

    /// <param name="persons">Persons whose reports were chosen, of those this run takes.</param>
    public void Chosen(double persons) => Report(() => _chosen = Math.Max(_chosen, persons));

    public void Saved(int persons) => Report(() => _saved = persons);

    private void Report(Action change)
    {
        lock (_gate)
        {
            change();
            var done = (Math.Max(_chosen, _saved) + _saved) / 2;
            var left = done > 0 ? clock.GetElapsedTime(_began) * ((total - before - done) / done) : (TimeSpan?)null;
            progress?.Report(new WorkProgress(before + (long)done, total, left));
        }
    }
}
