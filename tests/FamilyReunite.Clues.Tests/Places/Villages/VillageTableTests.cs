using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places.Villages;

public sealed class VillageTableTests
{
    private static readonly VillageTable Table = VillageTable.Load();

    [Fact]
    public void Load_Table_HoldsTheNation()
    {
        Assert.Equal(41_352, Table.Towns.Length);
        Assert.Equal(620_572, Table.Villages.Length);
        Assert.Equal(Table.Villages.Length, Table.Count(""));
    }

    [Fact]
    public void Load_Codes_AreUniqueAndRise()
    {
        var last = "";
        foreach (var town in Table.Towns)
        {
            Assert.True(string.CompareOrdinal(last, town.Code) < 0, town.Code);
            last = town.Code;
            var number = 0;
            for (var v = town.FirstVillage; v < town.EndVillage; v++)
            {
                Assert.InRange(Table.Villages[v].Number, number + 1, 999);
                number = Table.Villages[v].Number;
            }
        }
    }

    [Fact]
    public void Load_Names_AreNeverEmptyAndKeepACore()
    {
        Assert.All(Table.Towns, t => Assert.InRange(t.Name.Core, 1, t.Name.Length));
        Assert.DoesNotContain(Table.Villages, v => v.Core < 1 || v.Core > v.Length || v.Soft >= v.Core);
    }

    [Fact]
    public void Load_EveryTown_LiesInACountyOfToday()
    {
        var places = new PlaceTable();
        Assert.DoesNotContain(Table.Counties, c => !DivisionCode.TryParse(c.Code, out var code) || places.Today(code) is null);
    }

    [Theory]
    [InlineData("五福村", 2)]
    [InlineData("刘庄村村委会", 2)]
    [InlineData("王村", 2)]
    [InlineData("向阳社区居委会", 2)]
    [InlineData("巴彦嘎查", 2)]
    [InlineData("三里屯", 3)]
    public void OfVillage_Name_EndsBeforeItsLevelWord(string name, int core) => Assert.Equal(core, NameCore.OfVillage(name));

    [Theory]
    [InlineData("苟角镇", 2)]
    [InlineData("白土布依族乡", 2)]
    [InlineData("三江街道", 2)]
    [InlineData("城镇", 2)]
    public void OfTown_Name_EndsBeforeItsLevelWord(string name, int core) => Assert.Equal(core, NameCore.OfTown(name));
}
