using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Invented;

/// <summary>Names of people who do not exist: Western ones from a public list, others put together from usual parts.</summary>
internal sealed class InventedName(Random random)
{
    private static readonly Lazy<Dictionary<string, string[]>> Lists = new(() => LinkageTable.Rows("names.tsv").ToDictionary(r => r[0], r => r[1].Split(' ')));

    private static readonly string[] Arabic = "mohammed ahmed ali hassan hussein abdullah ibrahim yusuf omar mahmoud khalid said salim tariq jamal karim mustafa nasser faisal rashid hamid bilal samir walid zaid fatima aisha maryam khadija zainab layla noor samira".Split(' ');
    private static readonly string[] ArabicFamily = "al-khatib al-masri al-tikriti haddad mansour al-rahman saleh nasrallah al-zawahiri rahmani haqqani akhund ghani karimi shirazi tehrani al-baghdadi al-hamdani jaber qasim sultani noorzai ahmadi hashimi".Split(' ');
    private static readonly string[] Russian = "ivan sergei alexander dmitri vladimir nikolai mikhail yuri andrei boris oleg igor viktor pavel konstantin natalia olga tatiana svetlana elena irina ekaterina".Split(' ');
    private static readonly string[] RussianStem = "ivan petr sidor kuznets smirn vasil popov sokol mikhail novik fedor moroz volk aleks lebed semen egor pavl kozl stepan nikol orl andre makar zakhar".Split(' ');
    private static readonly string[] Han = "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo".Split(' ');
    private static readonly string[] HanGiven = "wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiu xia ping gang gui hua mei ling xin bo hao yu chen".Split(' ');

    /// <summary>Two to four words, lower case, given name first except for Chinese names.</summary>
    public string[] Make() => random.Next(10) switch
    {
        < 4 => Western(),
        < 7 => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Arabic)), Pick(ArabicFamily)],
        < 9 => RussianName(),
        _ => [Pick(Han), Pick(HanGiven) + (random.Next(3) > 0 ? Pick(HanGiven) : "")],
    };

    public string[] Western()
    {
        var given = Lists.Value[random.Next(2) == 0 ? "male" : "female"];
        return random.Next(3) == 0 ? [Ranked(given, 15), Ranked(given, 15), Ranked(Lists.Value["surname"], 300)] : [Ranked(given, 15), Ranked(Lists.Value["surname"], 300)];
    }

    /// <summary>A word of a list ordered by frequency, the first most often.</summary>
    public string Ranked(string[] list, double bend)
    {
        var rank = (int)(bend * (Math.Pow(1 + list.Length / bend, random.NextDouble()) - 1));
        return list[Math.Min(rank, list.Length - 1)];
    }

    private string[] RussianName()
    {
        var family = Pick(RussianStem) + (random.Next(3) switch { 0 => "ov", 1 => "enko", _ => "in" });
        return random.Next(2) == 0 ? [Pick(Russian), Pick(RussianStem) + "ovich", family] : [Pick(Russian), family];
    }

    private string Pick(string[] list) => list[random.Next(list.Length)];
}
