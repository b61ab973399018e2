using FamilyReunite.Casework.Records;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Today;

/// <summary>今日: unfinished records, what is due, who is to be visited, new candidates of own people.</summary>
public sealed class IndexModel(StationDay day, StationTime time) : ReunitePage
{
    public StationToday Day { get; private set; } = new([], [], []);

    public async Task OnGetAsync() => Day = await day.ReadAsync(Caller, time.Today, Aborted);
}
