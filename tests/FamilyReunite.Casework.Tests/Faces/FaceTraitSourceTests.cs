using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Faces;

public sealed class FaceTraitSourceTests(Station station) : IClassFixture<Station>
{
    [Fact]
    public async Task ReadAsync_RecordChanged_SaysTheNewAndIsTheSameObjectOtherwise()
    {
        var (person, other) = (await SayAsync(station.NewId(), FaceSex("男")), await SayAsync(station.NewId(), FaceSex("女")));
        using var source = new FaceTraitSource(station, new ClueSource(new ClueCache(new ClueReader(new PlaceResolver())), station));
        var first = await source.ReadAsync([person, other], Ct);
        Assert.Equal((Sex.Male, Sex.Female), (first[person].Sex, first[other].Sex));
        Assert.Equal((null, station.Staff.OrganisationId), (first[person].BirthYears, first[person].OrganisationId));
        Assert.Same(first, await source.ReadAsync([person, other], Ct));
        await SayAsync(person, new FactStatement(station.NewId(), FactKind.BirthDate, "1970-05-01"));
        var second = await source.ReadAsync([person, other], Ct);
        Assert.True(second[person].BirthYears is { Low: <= 1970, High: >= 1970 });
        Assert.Null(first[person].BirthYears);
        var gone = station.NewId();
        Assert.DoesNotContain(gone, (await source.ReadAsync([gone], Ct)).Keys);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FactStatement FaceSex(string sex) => new(station.NewId(), FactKind.Sex, sex);

    private async Task<Guid> SayAsync(Guid person, FactStatement said)
    {
        await using var db = station.CreateDbContext();
        Assert.True((await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, said, Ct)).Succeeded);
        return person;
    }
}
