using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Pages.People;

namespace FamilyReunite.Web.Pages.Reports;

/// <summary>A family's report.</summary>
public sealed class ReportModel(RecordReader reader, TimelineReader timeline, HomeGuesses homes) : RecordViewPage(reader, timeline)
{
    public override RecordKind Kind => RecordKind.Missing;

    protected override Task ReadHomesAsync()
    {
        Homes = homes.Of(View.Record);
        return Task.CompletedTask;
    }
}
