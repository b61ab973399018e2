using CsCheck;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Tests.Comparison;

public sealed class EvidenceWriterTests
{
    private static readonly EvidenceWriter Writer = new(Sample.Features, Sample.Places);

    [Fact]
    public void Texts_EveryStepOfEveryFeature_HasASentenceInBothLanguages()
    {
        foreach (var c in Sample.Features.Comparators)
        {
            foreach (var s in c.Steps)
            {
                var (zh, en) = (EvidenceText.Get($"{c.Feature}.{s.Name}", EvidenceText.Chinese), EvidenceText.Get($"{c.Feature}.{s.Name}", EvidenceText.English));
                Assert.EndsWith("。", zh, StringComparison.Ordinal);
                Assert.EndsWith(".", en, StringComparison.Ordinal);
                Assert.DoesNotContain(en, ch => ch is >= '一' and <= '鿿');
            }
        }
    }

    [Theory]
    [InlineData(typeof(MarkKind), "Mark")]
    [InlineData(typeof(Relation), "Relation")]
    [InlineData(typeof(Disability), "Disability")]
    [InlineData(typeof(Sex), "Sex")]
    public void Texts_EveryValue_HasAWord(Type type, string group) => Assert.All(Enum.GetNames(type), n => Assert.NotEqual(EvidenceText.Get($"{group}.{n}", EvidenceText.Chinese), EvidenceText.Get($"{group}.{n}", EvidenceText.English)));

    [Fact]
    public void Write_Home_NamesWhatWasHeardBesideWhatWasUnderstood()
    {
        var e = Write("home", Sample.Person with { Homes = [Sample.Place("511324", "仪龙", 1, heard: true)] }, Sample.Report with { Homes = [Sample.Place("511324", "四川省南充市仪陇县")] });

        Assert.Contains("“仪龙”（理解为四川省南充市仪陇县）", e.Zh, StringComparison.Ordinal);
        Assert.Contains("“仪龙” (understood as 四川省南充市仪陇县)", e.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HomeUnderTheBelief_NamesWordsChanceAndPlace()
    {
        var e = Write("home", Sample.Person with { HomeBelief = Sample.Belief("511324", 0.3, "购葛", "川北口音") }, Sample.Report with { Homes = [Sample.Place("511324", "四川省南充市仪陇县")] });

        Assert.Contains("都在四川省南充市仪陇县：按家乡线索“购葛”、“川北口音”，是那里的可能约 3/10", e.Zh, StringComparison.Ordinal);
        Assert.Contains("by “购葛”; “川北口音”, a chance of about 3 in 10", e.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Marks_UsesWordsOfEachLanguage()
    {
        var e = Write("marks", Sample.Person with { Marks = [Sample.Mark(MarkKind.Mole, BodyPart.Brow, BodySide.Left, "左眉尾黑痣")] }, Sample.Report with { Marks = [Sample.Mark(MarkKind.Mole, BodyPart.Brow, BodySide.Left)] });

        Assert.Contains("左眉：痣", e.Zh, StringComparison.Ordinal);
        Assert.Contains("mole, left brow", e.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnyNumberLikeAContact_NeverReachesASentence() => Gen.Select(Gen.Int[3, 9], Gen.Long[1_000_000, 99_999_999_999], Gen.OneOf(Gen.Const(""), Gen.Const("-"), Gen.Const(" "), Gen.Const("－"))).Sample((prefix, digits, gap) =>
    {
        var contact = $"1{prefix}{gap}{digits}";
        var person = Sample.Person with { Names = [Sample.Name("王" + contact)], Homes = [Sample.Place("511324", "仪陇 " + contact, 1, heard: true)], Belongings = [contact], IdFragments = [$"1{prefix}{digits}"], Marks = [Sample.Mark(MarkKind.Mole, BodyPart.Chin, BodySide.Middle, "痣" + contact)] };
        foreach (var e in All(person, person with { Kind = Domain.Records.RecordKind.Missing }))
        {
            Assert.DoesNotMatch(@"\d{6}", e.Zh);
            Assert.DoesNotMatch(@"\d{6}", e.En);
            Assert.DoesNotContain(contact, e.Zh + e.En, StringComparison.Ordinal);
        }
    }, iter: 200);

    [Fact]
    public void Write_NothingToCompare_SaysSo() =>
        Assert.All(All(Sample.Person, Sample.Report), e => Assert.Equal(AgreementLevel.NothingToCompare, e.Level));

    private static Evidence Write(string feature, ClueSet person, ClueSet report) => All(person, report).Single(e => e.Feature == feature);

    private static List<Evidence> All(ClueSet person, ClueSet report) =>
        [.. Sample.Features.Compare(PreparedClues.Of(person), PreparedClues.Of(report)).Select((f, i) => Writer.Write(i, f, 0))];
}
