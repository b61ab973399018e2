using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class AddedPlaceDeskTests(HomesWorld world) : IClassFixture<HomesWorld>
{
    [Fact]
    public async Task Add_NaturalVillage_IsListedForItsStationAlone()
    {
        Assert.True((await AddAsync("购葛湾", "四川省仪陇县")).Succeeded);
        var line = Assert.Single(await ListAsync(world.Staff), l => l.Place.Name == "购葛湾");
        Assert.Equal(("511324", "苟角湾、老湾"), (line.Place.Division, line.Place.AlsoCalled));
        Assert.Contains("仪陇县", line.Within, StringComparison.Ordinal);
        Assert.Empty(await ListAsync(world.Elsewhere));
        Assert.Empty(await ListAsync(world.Liaison));
    }

    [Fact]
    public async Task Withdraw_Place_StaysInTheList()
    {
        await AddAsync("老屋场", "511324");
        var place = (await ListAsync(world.Staff)).Single(l => l.Place.Name == "老屋场").Place.Id;
        Assert.False((await WithdrawAsync(world.Elsewhere, place)).Succeeded);
        Assert.True((await WithdrawAsync(world.Staff, place)).Succeeded);
        Assert.True((await ListAsync(world.Staff)).Single(l => l.Place.Id == place).Place.IsWithdrawn);
    }

    [Fact]
    public async Task Add_ThenWithdraw_IsSoughtAndSoughtNoMore()
    {
        await AddAsync("磨盘石湾", "511324");
        Assert.Contains(await SoughtAsync("磨盘石湾"), g => g is { Village: "磨盘石湾", Code.Digits: "511324" });

        await WithdrawAsync(world.Staff, (await ListAsync(world.Staff)).Single(l => l.Place.Name == "磨盘石湾").Place.Id);
        Assert.DoesNotContain(await SoughtAsync("磨盘石湾"), g => g.Village == "磨盘石湾");
    }

    [Theory]
    [InlineData("", "511324", "home.place-name-needed")]
    [InlineData("两\n行", "511324", "home.place-name-needed")]
    [InlineData("老屋场", "51", "home.division-unknown")]
    [InlineData("老屋场", "", "home.division-unknown")]
    public async Task Add_BadInput_IsToldByField(string name, string division, string code) => Assert.Equal(code, Assert.Single((await AddAsync(name, division)).Problems).Code);

    private Task<IReadOnlyList<PlaceGuess>> SoughtAsync(string heard) =>
        world.DoAsync<IPlaceResolver, IReadOnlyList<PlaceGuess>>(r => Task.FromResult(r.Resolve(new PlaceQuery(heard, Within: "511324", Deepest: DivisionLevel.Village))));

    private Task<Outcome<Done>> AddAsync(string name, string division) =>
        world.DoAsync<AddedPlaceDesk, Outcome<Done>>(d => d.AddAsync(world.Staff, new NewPlace(world.House.NewId(), AddedPlaceKind.NaturalVillage, name, "苟角湾，老湾", division, "本地人都这么叫"), default));

    private Task<Outcome<Done>> WithdrawAsync(Caller by, Guid id) => world.DoAsync<AddedPlaceDesk, Outcome<Done>>(d => d.WithdrawAsync(by, world.House.NewId(), id, default));

    private Task<IReadOnlyList<AddedPlaceLine>> ListAsync(Caller by) => world.DoAsync<AddedPlaceDesk, IReadOnlyList<AddedPlaceLine>>(d => d.ListAsync(by, default));
}
