using CsCheck;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Reading;

public sealed class ClueReaderTests
{
    private static readonly ClueReader Reader = new();
    private static readonly DateTimeOffset Day = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_AgeOfAStrandedPerson_CountsFromTheDayTheyWereFound()
    {
        var clues = Reader.Read(Stranded((FactKind.Age, "60-65岁"), (FactKind.FoundAt, "2020-03-10")));
        var birth = Assert.Single(clues.Births);
        Assert.Equal(new DaySpan(new DateOnly(1954, 3, 11), new DateOnly(1960, 3, 10)), birth.Born);
        Assert.True(birth.Estimated);
        Assert.Equal(new DaySpan(new DateOnly(2020, 3, 10), new DateOnly(2020, 3, 10)), clues.LastSeen);
    }

    [Fact]
    public void Read_AgeWithoutADay_CountsFromTheRecording() =>
        Assert.Equal(new DaySpan(new DateOnly(1985, 6, 2), new DateOnly(1986, 6, 1)), Assert.Single(Reader.Read(Stranded((FactKind.Age, "40岁"))).Births).Born);

    [Fact]
    public void Read_AgeOnAReport_CountsFromTheDayTheyWentMissing() =>
        Assert.Equal(2012, Assert.Single(Reader.Read(Missing((FactKind.Age, "5岁"), (FactKind.MissingAt, "2018-01-01"))).Births).Born.First.Year);

    [Fact]
    public void Read_LunarBirth_IsTheSolarDay()
    {
        var birth = Assert.Single(Reader.Read(Missing((FactKind.BirthDate, "农历1986年腊月十二"))).Births);
        Assert.Equal(new DateOnly(1987, 1, 11), birth.Born.First);
        Assert.False(birth.Estimated);
    }

    [Fact]
    public void Read_ContradictoryStatements_KeepsThemAll()
    {
        var clues = Reader.Read(Stranded((FactKind.Name, "陈大海"), (FactKind.Name, "王二春"), (FactKind.HomePlace, "四川省"), (FactKind.HomePlace, "山东省"), (FactKind.Age, "约40岁"), (FactKind.Age, "约60岁")));
        Assert.Equal(["陈大海", "王二春"], clues.Names.Select(n => n.Text));
        Assert.Equal(["37", "51"], clues.Homes.Where(h => h.Share > .9).Select(h => h.Code.Digits).Order());
        Assert.Equal(2, clues.Births.Count);
    }

    [Fact]
    public void Read_TwoSexes_IsUnknown() => Assert.Equal(Sex.Unknown, Reader.Read(Stranded((FactKind.Sex, "男"), (FactKind.Sex, "女"))).Sex);

    [Fact]
    public void Read_CallNameOfTheStation_IsNeverAName()
    {
        var person = Stranded((FactKind.Sex, "男"));
        person.CallName = "陈救一";
        Assert.Empty(Reader.Read(person).Names);
    }

    [Fact]
    public void Read_HeardName_CountsBySoundAlone()
    {
        var name = Assert.Single(Reader.Read(Stranded((FactKind.NameHeard, "马石布"))).Names);
        Assert.True(name.HeardOnly);
        Assert.Equal(["ma", "shi", "bu"], name.Readings.Select(r => r[0]));
    }

    [Fact]
    public void Read_HeardHome_SharesItsBeliefAmongReadings()
    {
        var clues = Reader.Read(Stranded((FactKind.HomeHeard, "静县")));
        Assert.InRange(clues.Homes.Sum(h => h.Share), 0, 1);
        Assert.True(clues.Homes.Count > 1);
        Assert.All(clues.Homes, h => Assert.True(h.HeardOnly && h.AsHeard == "静县"));
        Assert.Contains(clues.Homes, h => h.Code.Digits == "131127");
    }

    [Fact]
    public void Read_HomeNoTableKnows_KeepsTheWords()
    {
        var home = Assert.Single(Reader.Read(Stranded((FactKind.HomeHeard, "曲什么拉"))).Homes);
        Assert.True(home.Code.IsEmpty);
        Assert.Equal(0, home.Share);
    }

    [Fact]
    public void Read_ChosenCode_IsBelievedAndBroughtToToday()
    {
        var record = Missing();
        record.Add(new Fact(Guid.CreateVersion7(Day), FactKind.HomePlace, "四川新津县", "510132", FactSource.SaidByFamily, null, null, Day));
        Assert.Equal(("510118", 1.0), (Reader.Read(record).Homes[0].Code.Digits, Reader.Read(record).Homes[0].Share));
    }

    [Fact]
    public void Read_NoticeAsText_GivesTheCluesOfItsFields()
    {
        var clues = Reader.Read(Missing((FactKind.FreeText, "寻人：冯琴玉，女，农历1971年1月22日出生，小名玉子，身高1米62，家住江西省九江市柴桑区，2007年8月1日走失，走失地点：江西省九江市柴桑区，聋哑，父亲冯才志，有2个弟弟，爱吃米饭，上身穿黑色棉衣，随身有塑料袋一个，壮族，带桂柳口音，110斤。")));
        Assert.Equal(Sex.Female, clues.Sex);
        Assert.Equal([("冯琴玉", "冯"), ("玉子", null)], clues.Names.Select(n => (n.Text, n.Surname)));
        Assert.Equal(new DateOnly(1971, 2, 17), Assert.Single(clues.Births).Born.First);
        Assert.Equal((162, new DateOnly(2007, 8, 1)), (Assert.Single(clues.Heights).Cm.Middle, clues.Heights[0].At));
        Assert.Equal([new NumberRange(55, 55)], clues.WeightsKg);
        Assert.Equal("360404", clues.Homes[0].Code.Digits);
        Assert.Equal("360404", clues.LastPlaces[0].Code.Digits);
        Assert.Equal([Disability.Deaf, Disability.Mute], clues.Disabilities);
        Assert.Equal(["Father|冯才志|", "YoungerBrother||2"], clues.Family.Select(f => f.Member.ToString()));
        Assert.Equal(3, clues.Family[0].NameReadings.Count);
        Assert.Equal(["黑色 棉衣"], clues.Clothing);
        Assert.Equal(["塑料袋"], clues.Belongings);
        Assert.Equal(["米饭"], clues.Foods);
        Assert.Equal(["壮"], clues.Ethnicities);
        Assert.Equal(["桂柳话"], clues.Languages);
    }

    [Fact]
    public void Read_NothingGiven_IsEmptyAndNeverNo()
    {
        var clues = Reader.Read(Stranded((FactKind.Mark, "无疤痕"), (FactKind.Health, "身体健康"), (FactKind.Mind, "精神状态尚可"), (FactKind.Name, "无名氏"), (FactKind.Shoes, "无")));
        Assert.Empty(clues.Marks);
        Assert.Empty(clues.Disabilities);
        Assert.Empty(clues.Names);
        Assert.Empty(clues.Clothing);
    }

    [Theory]
    [InlineData("有轻度老年痴呆", Disability.Memory)]
    [InlineData("有精神分裂症病史", Disability.Mental)]
    [InlineData("智力残疾，能自理", Disability.Intellectual)]
    [InlineData("不会说话，能听见一点声音", Disability.Mute)]
    [InlineData("耳背，记性差", Disability.Deaf, Disability.Memory)]
    [InlineData("聋哑人，不会手语", Disability.Deaf, Disability.Mute)]
    [InlineData("有癫痫病史", Disability.Epilepsy)]
    [InlineData("中风后说话不清", Disability.Paralysed)]
    [InlineData("听力正常，智力正常")]
    [InlineData("无精神病史")]
    public void Read_Condition_GivesDisabilities(string words, params Disability[] expected) => Assert.Equal(expected, Reader.Read(Stranded((FactKind.Health, words))).Disabilities);

    [Theory]
    [InlineData("四川口音", "四川话")]
    [InlineData("带四川口音", "四川话")]
    [InlineData("四川话", "四川话")]
    [InlineData("白族话", "白语")]
    [InlineData("粤语", "粤语")]
    [InlineData("广东口音", "粤语")]
    [InlineData("布依语", "布依语")]
    public void Read_Tongue_IsOneForm(string words, string expected) => Assert.Equal([expected], Reader.Read(Stranded((FactKind.Accent, words))).Languages);

    [Fact]
    public void Read_ReplacedOrUnansweredFacts_AreNotRead()
    {
        var person = Stranded();
        var wrong = Guid.CreateVersion7(Day);
        person.Add(new Fact(wrong, FactKind.Name, "李错", null, FactSource.SaidByPerson, null, null, Day));
        person.Add(new Fact(Guid.CreateVersion7(Day.AddSeconds(1)), FactKind.Name, "李对", null, FactSource.SaidByPerson, null, null, Day, replaces: wrong));
        person.Add(new Fact(Guid.CreateVersion7(Day.AddSeconds(2)), FactKind.OtherName, "不详的名", null, FactSource.SaidByPerson, null, null, Day, answer: AnswerState.Unknown));
        Assert.Equal(["李对"], Reader.Read(person).Names.Select(n => n.Text));
    }

    [Fact]
    public void Read_IdFragment_KeepsFourDigitsOrMore() =>
        Assert.Equal(["4420"], Reader.Read(Stranded((FactKind.IdFragment, "身份证前四位4420"), (FactKind.IdFragment, "尾号12"))).IdFragments);

    [Fact]
    public void Fingerprint_SameFactsInAnotherOrder_IsTheSame()
    {
        (FactKind, string)[] facts = [(FactKind.Name, "李小红"), (FactKind.Mark, "左眉尾黑痣"), (FactKind.HomePlace, "四川省"), (FactKind.Mark, "驼背")];
        Assert.Equal(Reader.Read(Stranded(facts)).Fingerprint, Reader.Read(Stranded([.. facts.Reverse()])).Fingerprint);
    }

    [Fact]
    public void Fingerprint_OneMoreClue_IsAnother() =>
        Assert.NotEqual(Reader.Read(Stranded((FactKind.Name, "李小红"))).Fingerprint, Reader.Read(Stranded((FactKind.Name, "李小红"), (FactKind.Mark, "驼背"))).Fingerprint);

    [Fact]
    public void Fingerprint_FactThatIsNoClue_ChangesNothing() =>
        Assert.Equal(Reader.Read(Stranded((FactKind.Name, "李小红"))).Fingerprint, Reader.Read(Stranded((FactKind.Name, "李小红"), (FactKind.CaseNumber, "A-1"))).Fingerprint);

    [Fact]
    public void Read_AnyFacts_NeverThrowsAndStaysInBounds() =>
        Gen.Select(Gen.Enum<FactKind>(), Gen.String).Array[0, 8].Sample(facts =>
        {
            var clues = Reader.Read(Stranded([.. facts.Select(f => (f.Item1, f.Item2))]));
            Assert.All(clues.Births, b => Assert.True(b.Born.First <= b.Born.Last));
            Assert.All(clues.Homes.GroupBy(h => h.AsHeard), g => Assert.InRange(g.Sum(h => h.Share), 0, 1.01));
            Assert.Equal(64, clues.Fingerprint.Length);
        });

    private static StrandedPerson Stranded(params (FactKind Kind, string Words)[] facts) => Fill(new StrandedPerson(Guid.CreateVersion7(Day), Guid.CreateVersion7(Day), "44", Day), FactSource.Observed, facts);

    private static MissingReport Missing(params (FactKind Kind, string Words)[] facts) => Fill(new MissingReport(Guid.CreateVersion7(Day), Guid.CreateVersion7(Day), "51", Day), FactSource.SaidByFamily, facts);

    private static T Fill<T>(T record, FactSource source, (FactKind Kind, string Words)[] facts) where T : CaseRecord
    {
        foreach (var (kind, words) in facts) record.Add(new Fact(Guid.CreateVersion7(Day), kind, words, null, source, null, null, Day));
        return record;
    }
}
