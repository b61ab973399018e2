using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Compare;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Tests.Linkage;

public sealed class RomanisedNamesTests
{
    [Theory]
    [InlineData("iouri", "yury")]
    [InlineData("zheleznyak", "jelezniak")]
    [InlineData("bashir", "basheer")]
    [InlineData("haqqani", "hakkani")]
    [InlineData("gusyatov", "gusiatoff")]
    [InlineData("abdurrahman", "abdulrahman")]
    [InlineData("elhakim", "hakim")]
    [InlineData("zhen", "chen")]
    [InlineData("xiang", "hsiang")]
    public void Of_OtherRomanisation_IsNearlyTheSameWord(string one, string other) => Assert.InRange(Alike(one, other), 0.8, 1);

    [Theory]
    [InlineData("alexander", "aleksei")]
    [InlineData("ahmed", "hamid")]
    [InlineData("petrov", "pavlov")]
    [InlineData("martin", "marcus")]
    public void Of_OtherName_IsLittleAlike(string one, string other) => Assert.InRange(Alike(one, other), 0, 0.75);

    [Theory]
    [InlineData("su", "hak", "suhak", true)]
    [InlineData("guk", "hyon", "kukhyon", true)]
    [InlineData("mary", "ann", "maryann", true)]
    [InlineData("su", "hak", "sungho", false)]
    [InlineData("wei", "li", "weimin", false)]
    public void Are_TwoWordsAndOne_SaysWhetherTheyAreOne(string first, string second, string whole, bool one) =>
        Assert.Equal(one, JoinedWords.Are(new Word(first, first), new Word(second, second), new Word(whole, whole)));

    [Theory]
    [InlineData("Abd al-Rahman Said", "abdulrahman said")]
    [InlineData("Said Abdul Karim", "said abdulkarim")]
    [InlineData("Abdullah Abd", "abdullah abd")]
    public void Read_ServantNames_AreOneWord(string name, string words) => Assert.Equal(words, string.Join(' ', WordReader.Read(name, asName: true).Select(w => w.Latin)));

    [Theory]
    [InlineData("Kang Jintae", "Kang Jin Tae", "Kang Min Tae")]
    [InlineData("Hassan Abd al-Rahman Haqqani", "Hakkani Hasan Abdurrahman", "Haqqani Hassan Abdulkarim")]
    [InlineData("Iouri Zhirkoff", "Yury Zhirkov", "Yury Zharkin")]
    [InlineData("Zhang Dexiang", "Chang Te-hsiang", "Chang Te-ming")]
    public void Compare_OtherRomanisation_OutweighsAnotherName(string name, string same, string other) =>
        Assert.True(Weight(name, same) > Weight(name, other) + 1, $"{Weight(name, same)} against {Weight(name, other)}");

    private static double Alike(string one, string other) => WordLikeness.Of(new Word(one, one), new Word(other, other), asName: true);

    private static double Weight(string left, string right) => PersonComparer.Compare(Side(left), Side(right)).Weight;

    private static PersonSide Side(string name) => new(new Dictionary<ColumnKind, IReadOnlyList<string>> { [ColumnKind.FullName] = [name] });
}
