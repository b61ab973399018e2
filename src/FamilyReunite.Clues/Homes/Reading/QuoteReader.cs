using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Regions;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Words between quotation marks: what the person said, what was printed, what others supposed, told apart by the words around them.</summary>
internal static partial class QuoteReader
{
    private const int Around = 16;

    [GeneratedRegex("[“\"「『‘](?<w>[^”\"」』’]{1,40})[”\"」』’]", RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    [GeneratedRegex("(?:家住|住在?|家在|老家(?:是|在)?|家是|家里?(?:是|在|叫)|来自|籍贯|户籍|原籍|家乡(?:是|在|叫)?|地址|住址|村名?(?:叫|是)|村子叫|哪里人?|何处|什么地方|地名|地方(?:叫|是)?|回)[^“”\"]{0,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex HomeBefore();

    [GeneratedRegex(@"^(?:\((?:音|谐音)[^)]*\))?(?:的?人(?![^,]{0,4}[叫名])|那边|一带|老家)", RegexOptions.CultureInvariant)]
    private static partial Regex HomeAfter();

    [GeneratedRegex("(?:念到|读到|提到|说到|问到|听到|念出|指着?)[^“”]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex ReadOut();

    [GeneratedRegex("点头|有?反应|激动|哭|笑|兴奋|眼睛|抬头|落泪|流泪", RegexOptions.CultureInvariant)]
    private static partial Regex Reacts();

    [GeneratedRegex("印[着有]?[^象,]{0,3}$|写着|标有|标着|字样|商标|包装|背包|[提编]织?袋|袋上|帽|校服|工作服|制服|收据|发票|卡片|纸条|随身|药瓶|药盒|衣服上|瓶|名片|身上有", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();

    [GeneratedRegex("查|搜|核对|核查|比对|联系|猜|怀疑|以为|同名|误|地图|先找|怀疑是", RegexOptions.CultureInvariant)]
    private static partial Regex Supposed();

    [GeneratedRegex("(?:名叫|叫做?|姓名(?:是|为)?|名字(?:是|叫)?|自称叫?|外号|小名|乳名|姓|喊作|人名|父亲|母亲|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|老公|老婆|男人|孩子|儿子|女儿|丈夫|妻子|哥哥?|弟弟?|姐姐?|妹妹?)[^“”]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameBefore();

    [GeneratedRegex("[省市县区州旗乡镇村屯庄寨组街路湾沟坪坝塘岭]|公社|大队|我是|我家|家住|家在", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceWords();

    [GeneratedRegex("[把管将][^“”]{1,8}(?:[”’][^“”]{0,2})?(?:叫|称|喊|说|说成|读成|念成|读作|念作|说作)[^“”]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CalledSo();

    [GeneratedRegex("(?:自称|常?说|称|叫|讲|用)[^“”]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex SaysWord();

    [GeneratedRegex("^(?:回家|要回家|想家|家|妈妈?|爸爸?|不知道|不晓得|不记得|吃饭?|打工|救命|谢谢|你好|好的?|没有|是|不是|走|饿|冷|怕|疼|水|嗯|啊|哦|我要回家|我想回家|孩子|娃|老师|警察|叔叔|阿姨|哥哥?|姐姐?|弟弟?|妹妹?|爷爷|奶奶|无名氏?|忘了|不要|不去|同志|志愿者)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoPlace();

    /// <summary>What the station calls the person tells nothing.</summary>
    [GeneratedRegex("(?:登记(?:名|为|姓名)?|起名|取名|暂名|代号|编号|化名|命名为?|落户|给[^“”]{0,4}名)[^“”]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ByStation();

    /// <summary>Works, schools and markets without a name are everywhere.</summary>
    [GeneratedRegex("^.?(?:.厂|煤矿|铁矿|铜矿|矿[上山区井]|学校|[中小]学|医院|市场|菜场|车站|火车站|水库|大坝|农场|工地|窑[厂场]|老家|山[里上]|农村|乡下|城里|县城|河边|江边|海边)$", RegexOptions.CultureInvariant)]
    private static partial Regex Nameless();

    /// <summary>What an organisation's name adds to its place.</summary>
    [GeneratedRegex("(?:青年)?志愿者.*$|(?:化肥|水泥|饲料|种子|面粉|食品|药业?|酒|建筑|劳务|服装|纺织)?(?:有限)?(?:责任)?(?:公司|集团|总公司)$|(?:第[一二三四五六七八九十])?(?:中学|小学|幼儿园|医院|卫生院|化肥厂?|水泥厂?|饲料厂?|尿素|面粉|建设银行|信用社|供销社|客运|运输)$", RegexOptions.CultureInvariant)]
    private static partial Regex Organisation();

    [GeneratedRegex("(?<=.{2})(?:那边|那里|那块|那儿|一带)?(?:的|人|滴|嘅)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TiedToHome();

    /// <summary>"我系信丰人": the place alone.</summary>
    [GeneratedRegex("^(?:我|俺|阮|偃|额|吾)(?:是|系|家?住在?|家在|家是|老家在?|从)(?<p>[一-鿿]{2,20}?)(?:那边|那里|来)?(?:的|人|滴|嘅|个人)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SaysOfSelf();

    public static void Read(string sentence, List<HomeStatement> into)
    {
        foreach (Match m in Quote().Matches(sentence))
        {
            var words = m.Groups["w"].Value.Trim().TrimEnd('…', '.', ',', '。');
            var before = sentence[Math.Max(0, m.Index - Around)..m.Index];
            var after = sentence[(m.Index + m.Length)..Math.Min(sentence.Length, m.Index + m.Length + 12)];
            if (ByStation().IsMatch(before)) continue;
            if (words.Contains('某', StringComparison.Ordinal) || words.Contains('X', StringComparison.Ordinal)) continue;
            if (Printed().IsMatch(before) && Organisation().Replace(words, "") is { Length: >= 2 } printed)
            {
                into.Add(new HomeStatement(StatementKind.Printed, printed, 0.35));
                continue;
            }
            if (words.Length < 2 || NoPlace().IsMatch(words))
            {
                if (words.Length > 0 && (CalledSo().IsMatch(before) || words.Length == 1 && SaysWord().IsMatch(before) && !NoPlace().IsMatch(words))) into.Add(new HomeStatement(StatementKind.Word, words, 0.8));
                continue;
            }
            foreach (var part in Parts(words))
            {
                var self = SaysOfSelf().Match(part);
                if (self.Success) into.Add(new HomeStatement(StatementKind.Home, self.Groups["p"].Value, 0.8));
                else if (PeopleName(part) is { } people) into.Add(new HomeStatement(StatementKind.People, people, 0.6));
                else into.AddRange(Statements(part, before, after, sentence));
            }
        }
    }

    /// <summary>"泸州那边，立石镇，泸州那边": each thing said, once, without the words that only tie it to home.</summary>
    private static IEnumerable<string> Parts(string words)
    {
        var parts = words.Split([',', '、', ';', '。', '…', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count < 2 ? [TiedToHome().Replace(parts.Count == 1 ? parts[0] : words, "")] : parts.Select(p => TiedToHome().Replace(p, "")).Where(p => p.Length > 1 && !NoPlace().IsMatch(p));
    }

    public static bool IsNameless(string words) => Nameless().IsMatch(words);

    private static string? PeopleName(string words) =>
        words.Length > 1 && RegionTable.Of("people").FirstOrDefault(h => h.Words.Contains(words, StringComparer.Ordinal)) is { } people ? people.Topic : null;

    private static IEnumerable<HomeStatement> Statements(string words, string before, string after, string sentence)
    {
        if (Nameless().IsMatch(words)) yield break;
        if (CalledSo().IsMatch(before)) yield return new HomeStatement(StatementKind.Word, words, 0.8);
        else if (ReadOut().IsMatch(before) && Reacts().IsMatch(sentence)) yield return new HomeStatement(StatementKind.Home, words, 0.75);
        else if (Supposed().IsMatch(before)) yield return new HomeStatement(StatementKind.Guess, words, 0.12);
        else if (HomeBefore().IsMatch(before) || HomeAfter().IsMatch(after) || PlaceWords().IsMatch(words) && !NameBefore().IsMatch(before)) yield return new HomeStatement(StatementKind.Home, words, 0.8);
        else if (NameBefore().IsMatch(before))
        {
            if (FieldReader.Name(words) is { } name) yield return name;
            else if (words.Length <= 4) yield return new HomeStatement(StatementKind.Word, words, 0.6);
        }
        else
        {
            yield return new HomeStatement(StatementKind.Spoken, words, 0.5);
            if (words.Length <= 4) yield return new HomeStatement(StatementKind.Word, words, 0.5);
        }
    }
}
