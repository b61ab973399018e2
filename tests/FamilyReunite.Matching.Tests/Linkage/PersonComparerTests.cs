using CsCheck;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Compare;
using FamilyReunite.Matching.Linkage.Invented;

namespace FamilyReunite.Matching.Tests.Linkage;

public sealed class PersonComparerTests
{
    private static readonly Gen<PersonSide> Side = Gen.Select(OneOf("", "John Smith", "Mohammed al-Khatib", "张伟", "...", "Anna van der Berg", "J. Smyth"), OneOf("", "1980-02-03", "1980-03-02", "x", "1999"), OneOf("", "m", "女", "female"))
        .Select((name, birth, sex) => Of((ColumnKind.FullName, name), (ColumnKind.BirthDate, birth), (ColumnKind.Sex, sex)));

    [Fact]
    public void Compare_AnyTwo_IsSymmetricSumsUpAndIsNeverNaN() => Gen.Select(Side, Side).Sample((a, b) =>
    {
        var (one, other) = (PersonComparer.Compare(a, b), PersonComparer.Compare(b, a));
        return !double.IsNaN(one.Probability) && Math.Abs(one.Weight - other.Weight) < 1e-9 && Math.Abs(one.Evidence.Sum(e => e.Weight) - one.Weight) < 1e-9 && one.Evidence.All(e => e.Zh.Length > 0 && e.En.Length > 0);
    });

    [Fact]
    public void Compare_NothingToCompare_IsEven() => Assert.Equal((0.5, 0.0), (PersonComparer.Compare(Of(), Of((ColumnKind.FullName, "A B"))).Probability, PersonComparer.Compare(Of(), Of((ColumnKind.FullName, "A B"))).Weight));

    [Theory]
    [InlineData("John Smith", "Smith John", "John Smythson")]
    [InlineData("Mohammed al-Khatib", "Muhammad Khateeb", "Mahmoud al-Masri")]
    [InlineData("Сергей Иванов", "Sergey Ivanoff", "Igor Petrov")]
    [InlineData("Abd al-Rahman Saleh", "Abdulrahman Saleh", "Abd al-Aziz Saleh")]
    [InlineData("习近平", "Xi Jinping", "Xu Jinming")]
    [InlineData("Robert Brown", "Bob Brown", "Roger Brown")]
    [InlineData("J. Smith", "John Smith", "Karl Smith")]
    [InlineData("محمد حسن", "Mohammed Hassan", "Khalid Hassan")]
    [InlineData("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", "Nikos Papadopoulos")]
    [InlineData("김정은", "Kim Jong-un", "Kim Yong-nam")]
    [InlineData("이영희", "Lee Young-hee", "Lee Min-ho")]
    [InlineData("박찬호", "Pak Chan Ho", "Park Ji-sung")]
    [InlineData("최민수", "Choi Min Soo", "Choi Ji Woo")]
    [InlineData("Chen Weiming", "Chan Weiming", "Chang Weiming")]
    [InlineData("Zhou Xiaomei", "Chow Xiaomei", "Shao Xiaomei")]
    public void Compare_Names_PutTheVariantBeforeTheStranger(string name, string variant, string stranger)
    {
        Assert.True(Names(name, variant) > Names(name, stranger));
        Assert.True(Names(name, variant) > 0);
        Assert.True(Names(name, name) >= Names(name, variant));
    }

    [Fact]
    public void Compare_YearsAlone_CountLessThanDates()
    {
        double Birth(string a, string b) => PersonComparer.Compare(Of((ColumnKind.BirthDate, a)), Of((ColumnKind.BirthDate, b))).Weight;
        Assert.True(Birth("1970-05-02", "1970-05-02") > Birth("1970", "1970"));
        Assert.Equal(Birth("1970", "1970"), Birth("1970", "1970-05-02"), 9);
        Assert.True(Birth("1970", "1990") < 0);
    }

    [Fact]
    public void Compare_EachFurtherDisagreement_LowersTheWeight()
    {
        var whole = Of((ColumnKind.FullName, "Ann Lee Brook"), (ColumnKind.BirthDate, "1980-02-03"), (ColumnKind.Sex, "f"));
        var before = PersonComparer.Compare(whole, whole).Weight;
        foreach (var other in new[] { Of((ColumnKind.FullName, "Ann Lee Brook"), (ColumnKind.BirthDate, "1980-02-03"), (ColumnKind.Sex, "m")), Of((ColumnKind.FullName, "Ann Lee Brook"), (ColumnKind.BirthDate, "1951-11-29"), (ColumnKind.Sex, "m")), Of((ColumnKind.FullName, "Ann Lee Wood"), (ColumnKind.BirthDate, "1951-11-29"), (ColumnKind.Sex, "m")), Of((ColumnKind.FullName, "Pia Lou Wood"), (ColumnKind.BirthDate, "1951-11-29"), (ColumnKind.Sex, "m")) })
        {
            var weight = PersonComparer.Compare(whole, other).Weight;
            Assert.True(weight < before);
            before = weight;
        }
    }

    [Fact]
    public void Fit_Again_GivesTheCommittedWeightsAndTellsNewNamesApart()
    {
        var fitted = NameWeights.Fit(NameWeights.Seed, NameWeights.Pairs);
        Assert.Equal(fitted.Bias, NameWeights.Default.Bias, 0.05);
        Assert.All(fitted.Weights.Zip(NameWeights.Default.Weights), w => Assert.Equal(w.First, w.Second, 0.05));
        var scores = InventedPairs.Make(99, 6000).Select(p => (Score: NameWeights.Default.Score(NameFigures.Of(p.Left, p.Right)), p.Same)).OrderBy(x => x.Score).ToList();
        var same = scores.Count(s => s.Same);
        var ranks = scores.Select((s, i) => s.Same ? i + 1.0 : 0).Sum();
        Assert.InRange((ranks - same * (same + 1) / 2.0) / (same * (double)(scores.Count - same)), 0.98, 1);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static double Names(string a, string b) => PersonComparer.Compare(Of((ColumnKind.FullName, a)), Of((ColumnKind.FullName, b))).Weight;

    private static PersonSide Of(params (ColumnKind Kind, string Text)[] said) => new(said.Where(s => s.Text.Length > 0).ToDictionary(s => s.Kind, s => (IReadOnlyList<string>)[s.Text]));
}
