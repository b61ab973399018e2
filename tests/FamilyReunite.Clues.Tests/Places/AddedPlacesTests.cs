using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places;

public sealed class AddedPlacesTests
{
    private const string OldName = "西营子屯";

    [Fact]
    public void Resolve_NameThatAStationAdded_IsFoundBySoundAndSaysSo()
    {
        var added = new InMemoryAddedPlaces(new AddedName(Code("230822"), "柳条沟子", IsToday: false));

        var best = new PlaceResolver(added).Resolve(new PlaceQuery("柳调沟子", Within: "230822", Top: 1, Deepest: DivisionLevel.Village))[0];

        Assert.Equal(("230822", "柳条沟子"), (best.Code.Digits, best.Village));
        Assert.Contains(best.Reasons, r => r.Contains("补录", StringComparison.Ordinal));
    }

    [Fact]
    public void Counties_NameAddedThenTakenBack_CountsAndCountsNoMore()
    {
        var added = new InMemoryAddedPlaces();
        var resolver = new PlaceResolver(added);
        double Share() => resolver.Counties(new PlaceQuery("哈拉海沟屯", Deepest: DivisionLevel.Village)).Counties.Where(c => c.Code.Digits == "230822").Sum(c => c.Share);
        var before = Share();

        added.Replace([new AddedName(Code("230822"), "哈拉海沟屯", IsToday: false)]);
        var with = Share();
        added.Replace([]);

        Assert.True(with > before + 0.2, $"{before} {with}");
        Assert.Equal(before, Share(), 9);
    }

    [Fact]
    public void Find_FormerNameOfATown_LeadsToItsCounty()
    {
        var finder = new HomeFinder(new PlaceResolver(new InMemoryAddedPlaces(new AddedName(Code("230822200"), OldName, IsToday: true))));
        var known = new HomeCase { HeardPlaces = [OldName], FoundPlace = "江苏省盐城市" };

        Assert.True(finder.Find(known).Of(Code("230822")) > 10 * new HomeFinder(new PlaceResolver()).Find(known).Of(Code("230822")));
    }

    [Fact]
    public void Resolve_AddedNameOutsideTheScope_IsNotFound()
    {
        var added = new InMemoryAddedPlaces(new AddedName(Code("230822"), "柳条沟子", IsToday: false));

        Assert.DoesNotContain(new PlaceResolver(added).Resolve(new PlaceQuery("柳条沟子", Within: "51", Deepest: DivisionLevel.Village)), g => g.Code.Digits.StartsWith("23", StringComparison.Ordinal));
    }

    [Fact]
    public void Resolve_AddedNameInAnUnknownDivision_IsPassedOver() =>
        Assert.NotEmpty(new PlaceResolver(new InMemoryAddedPlaces(new AddedName(Code("999999"), "某屯", IsToday: false))).Resolve(new PlaceQuery("七里井", Deepest: DivisionLevel.Village)));

    private static DivisionCode Code(string digits) => DivisionCode.TryParse(digits, out var code) ? code : throw new ArgumentException(digits, nameof(digits));
}
