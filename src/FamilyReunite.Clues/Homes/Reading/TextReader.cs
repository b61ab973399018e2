using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Reads the free words of a case, sentence by sentence.</summary>
internal static partial class TextReader
{
    private const double Life = 0.8, InSight = 0.5;

    [GeneratedRegex("特别行政区|自治区|自治州|自治县|[省市县区州旗镇乡]|街道", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex("[。!?;\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex("迷路|走失|走丢|刚出来|骑着?(?:自行车|电动车|三轮车|摩托)|自行车|赶集[^,]{0,6}(?:走|迷|丢)|出门买|出来找活|出来就", RegexOptions.CultureInvariant)]
    private static partial Regex LostHere();

    [GeneratedRegex("工地|打工|进厂|务工|老乡带|搭脚手架", RegexOptions.CultureInvariant)]
    private static partial Regex FromAfar();

    [GeneratedRegex("拐|人贩子|被卖|卖给|卖来|卖到|买来|抱来|抱养|被抱|被人?带走|被人?带来|经人带来|收买", RegexOptions.CultureInvariant)]
    private static partial Regex Brought();

    [GeneratedRegex("[0-9一二三四五六七八九十几多两]+多?年|多年|从小|小时候|岁(?:时|左右|那年|那时|离|被|走|跟)|拐", RegexOptions.CultureInvariant)]
    private static partial Regex LongAgo();

    [GeneratedRegex("救助|发现|街头|流浪|桥洞|路边|收留|安置|送到|送来|垃圾|拾荒|游荡|滞留|徘徊|查无|民警|志愿者", RegexOptions.CultureInvariant)]
    private static partial Regex FoundHere();

    [GeneratedRegex("(?:^|在|于)(?<p>[一-鿿]{2,12}?(?:省|市|县|区|旗|州|镇|乡|街道))(?=[^,。]{0,14}(?:救助|发现|街头|流浪|桥洞|路边|收留|火车站|汽车站|垃圾|公路|拾荒))|^(?<p>[一-鿿]{2,8}?)(?:市|县|区)?(?:街头|救助站|火车站|汽车站|桥洞|公路|路边)", RegexOptions.CultureInvariant)]
    private static partial Regex FoundAt();

    /// <param name="found">Where the person was found: words about that place tell nothing of home.</param>
    /// <param name="alone">The text is a clue by itself, not a report of where the person was found.</param>
    public static List<HomeStatement> Read(string text, bool alone = false, string found = "")
    {
        var all = new List<HomeStatement>();
        var here = Level().Split(found).Where(w => w.Length > 1).ToArray();
        foreach (var sentence in Ends().Split(text))
        {
            if (sentence.Length < 2) continue;
            QuoteReader.Read(sentence, all);
            PlaceTalk.Read(sentence, all);
            CodeReader.Read(sentence, all);
            SpeechTalk.Read(sentence, all);
            var lived = string.Join(',', sentence.Split(',').Where(c => alone || !FoundHere().IsMatch(c) && !here.Any(h => c.Contains(h, StringComparison.Ordinal))));
            PlaceTalk.ReadAround(lived, all);
            if (lived.Length > 1) all.Add(new HomeStatement(StatementKind.Life, lived, alone ? Life : InSight));
        }
        return all;
    }

    public static string Found(string text) => FoundAt().Match(text.Length > 200 ? text[..200] : text) is { Success: true } m ? m.Groups["p"].Value : "";

    public static bool Strayed(string text) => LostHere().IsMatch(text) && !LongAgo().IsMatch(text) && !FromAfar().IsMatch(text);

    /// <summary>The words say that others brought the person where it lives, against its will or as a child.</summary>
    public static bool Taken(string text) => Brought().IsMatch(text);
}
