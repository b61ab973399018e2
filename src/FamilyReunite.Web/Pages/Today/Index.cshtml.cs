using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review.Morning;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Today;

/// <summary>今日: how the night went, new candidates of own people, unfinished records, what is due, who is to be visited.</summary>
public sealed class IndexModel(StationDay day, MorningReader morning, StationTime time) : ReunitePage
{
    /// <summary>Candidates shown here; all of them stand in the morning view.</summary>
    public const int ShownCandidates = 6;

    private MorningView? _morning;

    public StationToday Day { get; private set; } = new([], [], []);

    public MorningView Morning => _morning ?? throw new InvalidOperationException("The morning was not read.");

    public async Task OnGetAsync()
    {
        Day = await day.ReadAsync(Caller, time.Today, Aborted);
        _morning = await morning.ReadAsync(Caller, Aborted);
    }
}
