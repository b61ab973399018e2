using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places;

public sealed class CountiesBefore1980Tests
{
    private static readonly PlaceResolver Resolver = new();

    [Fact]
    public void Table_EveryRow_LeadsToACountyOfToday()
    {
        foreach (var row in EmbeddedTable.Rows("counties-before-1980.tsv"))
        {
            Assert.True(DivisionCode.TryParse(row[1], out var code), row[0]);
            Assert.NotNull(Resolver.NameOf(code));
            Assert.EndsWith(row[0] == "津市" ? "市" : "县", row[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("山东省莱东县", "370682")]
    [InlineData("建屏县", "130131")]
    [InlineData("陕西葭县", "610828")]
    [InlineData("四川华阳县", "510116")]
    public void Resolve_CountyOfLongAgo_GivesTheCountyOfToday(string said, string code)
    {
        var best = Resolver.Resolve(new PlaceQuery(said, Top: 1))[0];

        Assert.Equal(code, best.Code.Digits);
        Assert.Contains(best.Reasons, r => r.Contains("旧称", StringComparison.Ordinal));
    }
}
