using FamilyReunite.Casework.Records;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Contacts;

/// <summary>街头联系, by next visit.</summary>
public sealed class IndexModel(VisitList visits, StationTime time) : ReunitePage
{
    public IReadOnlyList<ContactRow> Rows { get; private set; } = [];

    public DateOnly Today => time.Today;

    public async Task OnGetAsync() => Rows = await visits.ListAsync(Caller, null, Aborted);
}
