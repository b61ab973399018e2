using FamilyReunite.Clues.Places;

namespace FamilyReunite.Clues.Tests.Places;

public sealed class ListedVillagesTests
{
    [Fact]
    public void At_EveryNumberOfACounty_NamesATownAndAVillageOfIt()
    {
        var count = ListedVillages.Count("511324");
        Assert.True(count > 200);
        var all = Enumerable.Range(0, count).Select(i => ListedVillages.At("511324", i)).ToList();
        Assert.All(all, p => Assert.True(p.Town.Length > 1 && p.Village.Length > 1));
        Assert.Contains(all, p => p.Town == "日兴镇" && p.Village == "高桥村");
        Assert.Throws<ArgumentOutOfRangeException>(() => ListedVillages.At("511324", count));
    }

    [Fact]
    public void Count_CountyThatNoListHolds_IsNone() => Assert.Equal(0, ListedVillages.Count("999999"));
}
