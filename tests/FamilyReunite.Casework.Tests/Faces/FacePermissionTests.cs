using FamilyReunite.Casework.Faces;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Casework.Tests.Faces;

public sealed class FacePermissionTests(Station station) : IClassFixture<Station>
{
    [Fact]
    public async Task TurnOn_WithoutGrounds_NamesEachMissingField()
    {
        await using var db = station.CreateDbContext();
        var problems = (await Desk(db).TurnOnAsync(station.Staff.Actor, station.NewId(), new FaceGrounds(" ", null, "", null), Ct)).Problems;
        Assert.Equal(["LegalBasis", "Assessment", "AssessmentReference", "AssessedOn"], problems.Select(p => p.Field));
        Assert.Equal("face.assessed-in-future", (await Desk(db).TurnOnAsync(station.Staff.Actor, station.NewId(), FaceUseTests.Grounds with { AssessedOn = new DateOnly(2027, 1, 1) }, Ct)).Problems.Single().Code);
    }

    [Fact]
    public async Task ReadWaiting_OffOrWithoutPack_SaysWhyAndReadsNothing()
    {
        await using var db = station.CreateDbContext();
        using var http = new HttpClient();
        using var engines = new FaceEngines(new PackShelf(station.Data.Packs, http));
        var reader = new FaceReader(station, engines, new FaceStore(station.Data), station.Pictures, new OutboxSignal(station.Clock), station.Clock);
        Assert.Equal("face.off", (await reader.ReadWaitingAsync(null, Ct)).Problems.Single().Code);
        Assert.True((await Desk(db).TurnOnAsync(station.Staff.Actor, station.NewId(), FaceUseTests.Grounds, Ct)).Succeeded);
        Assert.Equal("face.no-pack", (await reader.ReadWaitingAsync(null, Ct)).Problems.Single().Code);
        Assert.True((await Desk(db).TurnOffAsync(station.Staff.Actor, station.NewId(), "试验结束", Ct)).Succeeded);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FacePermissionDesk Desk(ReuniteDb db) => new(db, new ChangeWriter(db, station.Clock), new FaceStore(station.Data), station.Clock);
}
