using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Tests.Comparison;

public sealed class NameComparatorTests
{
    [Theory]
    [InlineData("欧阳慧茹", "欧阳慧茹", "same")]
    [InlineData("王秀英", "王秀英", "same-common")]
    [InlineData("王秀英", "李建国", "different")]
    [InlineData("谭欣悦", "谭欣月", "well")]
    public void Compare_WrittenNames_StepIsAsExpected(string person, string report, string step) => Assert.Equal(step, Step(Written(person), Written(report)));

    [Theory]
    [InlineData("淡心月", "谭欣悦")]
    [InlineData("何月书", "何月淑")]
    [InlineData("黄刚", "黄刚")]
    public void Compare_HeardName_AgreesBySound(string heard, string report) => Assert.True(Level(Heard(heard), Written(report)) >= AgreementLevel.Partial, Step(Heard(heard), Written(report)));

    [Fact]
    public void Compare_HeardName_OtherSound_Conflicts() => Assert.Equal("heard-different", Step(Heard("毕格"), Written("王秀英")));

    [Fact]
    public void Compare_RareSurnameAlone_CountsMoreThanCommonOne()
    {
        var (rare, common) = (Level(Written("谌国强", "谌"), Written("谌丽华", "谌")), Level(Written("王国强", "王"), Written("王丽华", "王")));

        Assert.True(rare > common, $"{rare} {common}");
        Assert.True(common <= AgreementLevel.Weak);
    }

    [Fact]
    public void Compare_GivenNameWithoutSurname_Agrees() => Assert.True(Level(Heard("欣悦"), Written("谭欣悦", "谭")) >= AgreementLevel.Partial);

    [Theory]
    [InlineData("阿根·韦石", "阿根韦石")]
    [InlineData("阿根·韦石", "韦石·阿根")]
    public void Compare_MinorityName_DotsAndOrderDoNotMatter(string person, string report) =>
        Assert.True(Level([Sample.Minority(person)], [Sample.Minority(report)]) >= AgreementLevel.Strong);

    [Theory]
    [InlineData("毛毛", "彭文")]
    [InlineData("儿构", "于凯")]
    public void Compare_CallNameBesideFullName_IsNoConflict(string called, string full) => Assert.Equal("heard-little", Step(Heard(called), Written(full)));

    [Fact]
    public void Compare_FullNamesThatDiffer_ConflictInSpiteOfACallName() =>
        Assert.Equal("different", Step(Written("张超会"), [Sample.Name("李建国", "李"), Sample.Name("老二")]));

    [Fact]
    public void Compare_CallNamesThatManyBear_AgreeInPartAtMost()
    {
        Assert.Equal("heard-part", Step(Heard("带妞"), [Sample.Name("大妞")]));
        Assert.Equal("part", Step([Sample.Name("幺儿")], [Sample.Name("幺儿")]));
    }

    [Fact]
    public void Compare_SeveralNames_TheBestPairCounts() =>
        Assert.Equal("same", Step([Sample.Name("张三"), Sample.Name("谭欣悦", "谭")], [Sample.Name("王五", "王"), Sample.Name("谭欣悦", "谭")]));

    [Fact]
    public void Compare_LatinNames_TheSameLettersAgree() =>
        Assert.Equal("same", Step([new NameClue("Aygul Tursun", NameScript.Latin, false, null, ["Aygul", "Tursun"], [])], [new NameClue("aygul·tursun", NameScript.Latin, false, null, ["aygul", "tursun"], [])]));

    [Theory]
    [InlineData("Aygul Tursun", "Tursun Aygul", "well")]
    [InlineData("Aygul Tursun", "Aigul Tursun", "well")]
    [InlineData("Bob Miller", "Robert Miller", "well")]
    [InlineData("Nguyen Thi Lan", "Nguyễn Thị Lan", "well")]
    [InlineData("Maria Lopez", "Maria Lopez Garcia", "well")]
    [InlineData("Aygul Tursun", "Peter Novak", "different")]
    public void Compare_LatinNames_StepIsAsExpected(string person, string report, string step) => Assert.Equal(step, Step([Latin(person)], [Latin(report)]));

    [Theory]
    [InlineData("Wang Xiuying")]
    [InlineData("Xiu Ying Wang")]
    [InlineData("WANG XIU YING")]
    public void Compare_PinyinBesideHan_Agrees(string letters) => Assert.True(Level([Latin(letters)], Written("王秀英")) >= AgreementLevel.Strong, Step([Latin(letters)], Written("王秀英")));

    [Fact]
    public void Compare_PinyinOfAnotherName_Conflicts() => Assert.Equal("different", Step([Latin("Li Jianguo")], Written("欧阳慧茹")));

    [Theory]
    [InlineData("谌", "谌丽华", AgreementLevel.Partial)]
    [InlineData("谌丽华", "谌", AgreementLevel.Partial)]
    public void Compare_SurnameAlone_Agrees(string person, string report, AgreementLevel least) => Assert.True(Level([One(person)], [One(report)]) >= least, Step([One(person)], [One(report)]));

    [Fact]
    public void Compare_SurnameAlone_CommonOneCountsLess() => Assert.True(Level([One("王")], [One("王丽华")]) < Level([One("谌")], [One("谌丽华")]));

    [Fact]
    public void Compare_SurnameAlone_AnotherOneConflicts() => Assert.Equal("different", Step([One("谭")], [One("王丽华")]));

    [Fact]
    public void Compare_SurnamePutLast_Agrees() => Assert.True(Level([Sample.Name("欣悦谭")], Written("谭欣悦")) >= AgreementLevel.Strong);

    [Fact]
    public void Compare_GivenNameAloneOnTheReport_Agrees() => Assert.True(Level(Written("谭欣悦"), [Sample.Name("欣悦")]) >= AgreementLevel.Partial);

    [Theory]
    [InlineData("阿根·韦石·木乃", "木乃·阿根·韦石")]
    [InlineData("阿根·韦石·木乃", "韦石阿根木乃")]
    [InlineData("木乃韦石阿根", "阿根·韦石·木乃")]
    public void Compare_MinorityNameOfThreeParts_AnyOrderAgrees(string person, string report) =>
        Assert.True(Level([Sample.Minority(person)], [Sample.Minority(report)]) >= AgreementLevel.Strong, Step([Sample.Minority(person)], [Sample.Minority(report)]));

    private static NameClue Latin(string text) => new(text, NameScript.Latin, HeardOnly: false, null, text.Split(' '), []);

    private static NameClue One(string text) => Sample.Name(text, text.Length > 1 ? text[..1] : null);

    private static NameClue[] Written(string text, string? surname = null) => [Sample.Name(text, surname ?? (text.StartsWith("欧阳", StringComparison.Ordinal) ? "欧阳" : text[..1]))];

    private static NameClue[] Heard(string text) => [Sample.Name(text, heard: true)];

    private static string Step(NameClue[] person, NameClue[] report) => Sample.Step("name", Sample.Person with { Names = person }, Sample.Report with { Names = report });

    private static AgreementLevel Level(NameClue[] person, NameClue[] report) => Sample.Level("name", Sample.Person with { Names = person }, Sample.Report with { Names = report });
}
