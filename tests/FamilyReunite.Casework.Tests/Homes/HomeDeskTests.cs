using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class HomeDeskTests(HomesWorld world) : IClassFixture<HomesWorld>
{
    [Fact]
    public async Task Read_PersonWhoSaysACounty_PutsItFirstWithReasonsAndClues()
    {
        var view = await ReadAsync(world.Staff);
        Assert.NotNull(view);
        Assert.False(view.Belief.Declined);
        Assert.Equal("仪陇县", view.Places[0].County);
        Assert.NotEmpty(view.Places[0].Reasons);
        Assert.Equal("四川省", view.Provinces[0].Name);
        Assert.Contains(view.Clues, c => c.Narrowing > 10);
        Assert.Equal(1, view.Belief.Probabilities.Sum(), 6);
        Assert.True(view.IsOwn);
        Assert.DoesNotContain(view.Clues, c => c.AsHeard.Contains("郑州", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_WhoMayNotSeeThePerson_FindsNothing()
    {
        Assert.Null(await ReadAsync(world.Elsewhere));
        Assert.NotNull(await ReadAsync(world.Liaison));
        Assert.Null(await ReadAsync(world.Staff with { Role = Role.Auditor }));
        Assert.Null(await ReadAsync(world.Staff with { Role = Role.EscortTeam }));
    }

    [Fact]
    public async Task Read_IsNotedInTheAuditChain()
    {
        var caller = world.Staff;
        await ReadAsync(caller);
        await using var db = world.Db();
        Assert.Contains(db.AuditEntries, a => a.Action == "person.home-viewed" && a.Actor == caller.AccountId && a.SubjectId == world.Person);
    }

    [Fact]
    public async Task Below_County_NamesTownsAndVillagesInsideItAlone()
    {
        var view = await ReadAsync(world.Staff);
        Assert.True(DivisionCode.TryParse("511324", out var county));
        var below = await world.DoAsync<HomeDesk, IReadOnlyList<Clues.Places.PlaceGuess>>(d => Task.FromResult(d.Below(view!, county)));
        Assert.Contains(below, p => p.Town?.StartsWith("日兴", StringComparison.Ordinal) == true);
        Assert.All(below, p => Assert.True(county.Contains(p.Code) && p.Code.Level > DivisionLevel.County));
    }

    [Fact]
    public async Task LocalNames_ACountyInClearAndAVillageByEar_KeepsTheVillage()
    {
        var view = await ReadAsync(world.Staff);
        Assert.Equal(["日星"], await world.DoAsync<HomeDesk, IReadOnlyList<string>>(d => Task.FromResult<IReadOnlyList<string>>([.. d.LocalNames(view!)])));
    }

    private Task<HomeView?> ReadAsync(Caller caller) => world.DoAsync<HomeDesk, HomeView?>(d => d.ReadAsync(caller, world.Person, default));
}
