using FamilyReunite.Casework.Escort;
using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review.Morning;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Today;

/// <summary>今日: journeys that fell silent, how the night went, new candidates of own people, unfinished records, what is due, who is to be visited.</summary>
public sealed class IndexModel(StationDay day, MorningReader morning, TripAlerts alerts, StationTime time) : ReunitePage
{
    /// <summary>Candidates shown here; all of them stand in the morning view.</summary>
    public const int ShownCandidates = 6;

    /// <summary>Of what is due or to be visited; the rest stands in the lists.</summary>
    public const int ShownRows = 6;

    private MorningView? _morning;

    /// <summary>Longest silent first.</summary>
    public IReadOnlyList<TripAlert> Silent { get; private set; } = [];

    public StationToday Day { get; private set; } = new([], [], []);

    public MorningView Morning => _morning ?? throw new InvalidOperationException("The morning was not read.");

    public async Task OnGetAsync()
    {
        Silent = await alerts.ForAsync(Caller, Aborted);
        Day = await day.ReadAsync(Caller, time.Today, Aborted);
        _morning = await morning.ReadAsync(Caller, Aborted);
    }
}
