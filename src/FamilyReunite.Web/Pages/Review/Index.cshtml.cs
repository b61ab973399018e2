using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Review.Morning;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>The queue, and what is new since the last night in one sentence.</summary>
public sealed class IndexModel(ReviewQueue queue, MorningReader morning) : ReviewPage
{
    public QueuePage Queue { get; private set; } = new([], 0, 1);

    public MorningView Morning { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Queue = await queue.FindAsync(Caller, Filter, Aborted);
        Morning = await morning.ReadAsync(Caller, Aborted);
    }
}
