using CsCheck;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Tests.Contract;
using FamilyReunite.Search.Tokens;
using static FamilyReunite.Search.Tests.Tokens.People;

namespace FamilyReunite.Search.Tests.Tokens;

public sealed class ClueTokenizerTests
{
    private readonly ClueTokenizer _tokenizer = new();

    [Theory]
    [InlineData("张建国", "张", "zhang jian guo", false)]
    [InlineData("臧建国", "臧", "zang jian guo", true)]
    [InlineData("国建", null, "guo jian", true)]
    [InlineData("张国", "张", "zhang guo", false)]
    public async Task Query_NameSomehowRemembered_FindsTheReportFirst(string said, string? surname, string pinyin, bool heard)
    {
        var found = await Find(Said(1, RecordKind.Stranded, Name(said, surname, pinyin, heard)));
        Assert.Equal(Documents.Id(10), found[0].RecordId);
    }

    [Fact]
    public async Task Query_MinorityNameHeardWithOtherCharacters_FindsTheReportFirst()
    {
        var said = new NameClue("阿更维什", NameScript.MinorityInHan, true, null, ["阿更维什"], [["a"], ["geng"], ["wei"], ["shi"]]);
        Assert.Equal(Documents.Id(12), (await Find(Said(1, RecordKind.Stranded, said)))[0].RecordId);
    }

    [Fact]
    public void Query_HomeHeardTwoWays_AgreesOnTheProvinceAndSharesTheCounty()
    {
        var one = Said(1, RecordKind.Stranded) with { Homes = [Home("511324", 0.5, "yi long"), Home("510121", 0.5, "yi long")] };
        var sure = Said(2, RecordKind.Stranded) with { Homes = [Home("511324", 1, "仪陇")] };
        var (split, whole) = (Weights(one, "h:"), Weights(sure, "h:"));
        var shared = split.Keys.Intersect(whole.Keys).Select(k => split[k] / whole[k]).Order().ToList();
        Assert.Equal([0.5f, 0.5f, 1f], shared);
    }

    [Fact]
    public void Query_BeliefInHome_SharesTokensWithReportsFromThere()
    {
        var county = CountySet.All.ToList().FindIndex(c => c.Code.Digits == "511324");
        ClueSet Believing(double p) => Said(1, RecordKind.Stranded) with { HomeBelief = new HomeShares([new HomeShare(county, p)], 1 - p, []) };
        var (asked, sure) = (Weights(Believing(0.5), "h:"), Weights(Believing(1), "h:"));
        var (there, elsewhere) = (Weights(Said(2, RecordKind.Missing) with { Homes = [Home("511324", 1, "仪陇")] }, "h:"), Weights(Said(3, RecordKind.Missing) with { Homes = [Home("230109", 1, "松北")] }, "h:"));

        Assert.Equal(3, asked.Keys.Intersect(there.Keys).Count());
        Assert.Empty(asked.Keys.Intersect(elsewhere.Keys));
        Assert.All(asked, a => Assert.Equal(0.5f, a.Value / sure[a.Key]));
    }

    [Fact]
    public void Document_NameAndContact_AreNotInClear()
    {
        var record = Report(3, (FactKind.Name, "张建国"), (FactKind.ReporterContact, "陈家桥路口小卖部"), (FactKind.FreeText, "哥哥是火车司机"));
        var tokens = _tokenizer.Document(record, Said(3, RecordKind.Missing, Name("张建国", "张", "zhang jian guo"))).Tokens;
        Assert.All(tokens, t => Assert.Matches("^[a-z]:[A-Za-z0-9_-]{11}$", t.Value));
        var contact = _tokenizer.TextQuery("陈家桥路口小卖部", RecordKind.Missing, 5, null).Tokens.Select(t => t.Value);
        Assert.Empty(contact.Intersect(tokens.Select(t => t.Value)));
        var words = _tokenizer.TextQuery("火车司机", RecordKind.Missing, 5, null).Tokens;
        Assert.Equal(3, words.Select(t => t.Value).Intersect(tokens.Select(t => t.Value)).Count());
    }

    [Fact]
    public void Document_OtherKey_SharesNoToken()
    {
        var clues = Said(3, RecordKind.Missing, Name("张建国", "张", "zhang jian guo"));
        var other = new ClueTokenizer([.. Enumerable.Repeat((byte)7, 16)]).Document(Report(3), clues).Tokens.Select(t => t.Value);
        Assert.Empty(_tokenizer.Document(Report(3), clues).Tokens.Select(t => t.Value).Intersect(other));
    }

    [Fact]
    public void Document_PersonWhoDoesNotWantToBeFound_HasOnlyTextTokens()
    {
        var person = Person(4, (FactKind.Name, "张建国"));
        var clues = Said(4, RecordKind.Stranded, Name("张建国", "张", "zhang jian guo"));
        Assert.Contains(_tokenizer.Document(person, clues).Tokens, t => t.Value.StartsWith("n:", StringComparison.Ordinal));
        person.DoesNotWantToBeFound = true;
        Assert.All(_tokenizer.Document(person, clues).Tokens, t => Assert.StartsWith("t:", t.Value));
    }

    [Fact]
    public async Task Document_NameGivenByTheStation_IsSearchableButNoClue()
    {
        var person = Person(5);
        person.CallName = "无名氏五十";
        var doc = _tokenizer.Document(person, Said(5, RecordKind.Stranded));
        Assert.All(doc.Tokens, t => Assert.StartsWith("t:", t.Value));
        var index = new ReferenceIndex();
        await index.ApplyAsync([new IndexChange(doc.RecordId, doc.Kind, doc)], 1, default);
        Assert.Single(await index.SearchAsync(_tokenizer.TextQuery("无名氏", RecordKind.Stranded, 5, Documents.Station), default));
    }

    [Theory]
    [InlineData("gouge")]
    [InlineData("gou ge")]
    [InlineData("勾戈")]
    [InlineData("勾")]
    [InlineData("20231")]
    [InlineData("左手 断指")]
    [InlineData("ＪＹ")]
    public async Task TextQuery_ManyWaysToType_FindTheRecord(string typed)
    {
        var record = Report(6, (FactKind.Name, "勾戈"), (FactKind.CaseNumber, "JY-2023117"), (FactKind.Mark, "左手断指"));
        record.SourceId = "20231-9";
        var doc = _tokenizer.Document(record, Said(6, RecordKind.Missing, Name("勾戈", "勾", "gou ge")));
        var index = new ReferenceIndex();
        await index.ApplyAsync([new IndexChange(doc.RecordId, doc.Kind, doc)], 1, default);
        Assert.Single(await index.SearchAsync(_tokenizer.TextQuery(typed, RecordKind.Missing, 5, null), default));
    }

    [Fact]
    public void TextQuery_OtherCharactersOfTheSameSound_ShareSoundTokens()
    {
        var doc = _tokenizer.Document(Report(6), Said(6, RecordKind.Missing, Name("勾戈", "勾", "gou ge"))).Tokens.Select(t => t.Value).ToHashSet();
        Assert.Contains(_tokenizer.TextQuery("苟格", RecordKind.Missing, 5, null).Tokens, t => doc.Contains(t.Value));
        Assert.DoesNotContain(_tokenizer.TextQuery("马东", RecordKind.Missing, 5, null).Tokens, t => doc.Contains(t.Value));
    }

    [Fact]
    public void Query_EstimatedAge_IsWidenedByTwentyYears()
    {
        var born = new DaySpan(new DateOnly(1960, 1, 1), new DateOnly(1965, 12, 31));
        Assert.Equal(new NumberRange(1940, 1985), _tokenizer.Query(Said(1, RecordKind.Stranded) with { Births = [new BirthClue(born, true)] }, RecordKind.Missing, 5).BirthYears);
        Assert.Equal(new NumberRange(1955, 1970), _tokenizer.Query(Said(1, RecordKind.Stranded) with { Births = [new BirthClue(born, false)] }, RecordKind.Missing, 5).BirthYears);
        Assert.Null(_tokenizer.Query(Said(1, RecordKind.Stranded), RecordKind.Missing, 5).BirthYears);
    }

    [Fact]
    public void Query_Ties_MarkOnTheSameSideWeighsMore()
    {
        var left = Weights(Said(1, RecordKind.Stranded) with { Marks = [new MarkClue(new BodyMark(MarkKind.Mole, BodyPart.Brow, BodySide.Left), "左眉痣")] }, "m:");
        var right = Weights(Said(2, RecordKind.Missing) with { Marks = [new MarkClue(new BodyMark(MarkKind.Mole, BodyPart.Brow, BodySide.Right), "右眉痣")] }, "m:");
        Assert.Equal((3, 2), (left.Count, left.Keys.Intersect(right.Keys).Count()));
    }

    [Fact]
    public void TextQuery_AnyText_NeverFailsAndNeverRepeatsAToken() => Gen.String.Sample(text =>
    {
        var tokens = _tokenizer.TextQuery(text, RecordKind.Missing, 5, null).Tokens;
        Assert.Equal(tokens.Count, tokens.Select(t => t.Value).Distinct().Count());
        Assert.All(tokens, t => Assert.True(t.Weight > 0 && float.IsFinite(t.Weight)));
    }, iter: 500, threads: 1, seed: "0N0XIzNsQ0O2");

    private Dictionary<string, float> Weights(ClueSet clues, string prefix) =>
        _tokenizer.Query(clues, RecordKind.Missing, 5).Tokens.Where(t => t.Value.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(t => t.Value, t => t.Weight);

    private async Task<IReadOnlyList<IndexHit>> Find(ClueSet person)
    {
        ClueSet[] reports =
        [
            Said(10, RecordKind.Missing, Name("张建国", "张", "zhang jian guo")),
            Said(11, RecordKind.Missing, Name("李秀英", "李", "li xiu ying")),
            Said(12, RecordKind.Missing, new NameClue("阿根韦石", NameScript.MinorityInHan, false, null, ["阿根韦石"], [["a"], ["gen"], ["wei"], ["shi", "dan"]])),
            Said(13, RecordKind.Missing, Name("张伟", "张", "zhang wei")),
        ];
        var index = new ReferenceIndex();
        await index.ApplyAsync([.. reports.Select(r => new IndexChange(r.RecordId, r.Kind, _tokenizer.Document(new MissingReport(r.RecordId, Documents.Station, "51", Day), r)))], 1, default);
        return await index.SearchAsync(_tokenizer.Query(person, RecordKind.Missing, 4), default);
    }
}
