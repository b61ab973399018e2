using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Places told in running words: where somebody says to come from, where a journey began.</summary>
internal static partial class PlaceTalk
{
    private const string P = "[一-鿿0-9]{2,24}?";

    [GeneratedRegex($@"(?<maybe>可能|疑似|好像|大概|估计|疑是|似乎)?(?:自称|自述|说|称|讲|回答)?(?:自己|家里)?(?:家住|家在|老家(?:在|是)?|来自|户籍地?(?:是|在|为|:)|籍贯(?:是|在|为|:)?|原籍(?:是|在|为|:)?|祖籍(?:是|在|为|:)?|家乡(?:是|在)|出生(?:在|于))(?<p>{P})(?=人|的|[,“”()]|$|附近|一带)|(?:自称|自述|说(?:自己)?|称)是?(?<p>{P})(?:那边)?(?:的)?(?<!有|个|病|旁|的)人(?![们民员家])", RegexOptions.CultureInvariant)]
    private static partial Regex Home();

    /// <summary>"说是贵州黎平的", "问他哪里人，说黎平".</summary>
    [GeneratedRegex($@"(?:自称|自述|说|称|讲|回答)(?:自己|[他她])?是(?<p>{P})(?:那边|那里|那儿|一带)?的(?=[,。;”)]|$)|(?:哪里|哪儿|什么地方)的?人?[?,:]*[他她]?(?:就|只|总)?(?:说|答|讲)(?:是|家在|在)?[“:]?(?<p>[一-鿿]{{2,10}}?)(?=[,。;”)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    /// <summary>What somebody is said to be rather than where from: "说是捡来的", "说是打工的".</summary>
    [GeneratedRegex("[被捡买骗做给我你他她没不送借偷]|来$|打工|有病|亲|不清|记得|知道", RegexOptions.CultureInvariant)]
    private static partial Regex NoOrigin();

    [GeneratedRegex($@"(?<p>[一-鿿]{{2,8}}?)(?:站)?(?:至|到|往|开往|-+|→)(?<to>[一-鿿]{{2,8}}?)(?:站)?的?[^,]{{0,4}}(?:火车票|车票|汽车票|客票|票根|列车)", RegexOptions.CultureInvariant)]
    private static partial Regex Ticket();

    /// <summary>"四川人，二十岁出来的", "工友说他是四川人".</summary>
    [GeneratedRegex("(?:^|[,(])(?:[^,]{0,6}(?:是|系|算))?(?<p>[一-鿿]{2,6})(?:那边)?人(?=[,。;)]|没错|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Native();

    /// <summary>Places that home lies near to, belongs to, or where one goes from home.</summary>
    [GeneratedRegex("(?:离|距|挨着|靠近|紧挨着?|靠着|邻着?|临近|邻近)(?<p>[一-鿿]{2,6}?)(?:县城|城里|市里|城)?(?=[,。;”]|不远|很近|近|有|边|$)|(?:去|到|往)(?<p>[一-鿿]{2,6}?)(?:县城|城里|市里|城)?(?:比|近|赶集|赶场|赶会|赶墟|赶圩|赶街|看病|上学|读书|卖|进货)|(?<p>[一-鿿]{2,6}?)(?:旁边|边上|附近|对岸|隔壁)|(?:属于?|归)(?<p>[一-鿿]{2,6}?)(?:管|地区|专区|,|。|$)|先到(?<p>[一-鿿]{2,4})", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex($@"(?:从|由)(?<p>[一-鿿]{{2,10}}?)(?:火车站|汽车站|车站|站)?(?:被拐|拐|被卖|被骗|被带|出来|坐[火汽]?车|乘|上[火汽]?车|出发|流浪|跑)", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex("^(?:像|有|的|哪里|什么|何处|这里|那里|外地|农村|山里|当地|本地|附近|工地|医院|家里?|学校|很远|一个|不知|他|她|我|名|叫)|^(?:.*)?(?:救助站|派出所|福利院|工地)$", RegexOptions.CultureInvariant)]
    private static partial Regex Nowhere();

    [GeneratedRegex("^.*(?:有|持|张|带着?|一张|随身|发现)(?=[一-鿿]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex("[男女老小好病坏穷好别某本当外路店工客熟生证流浪拐养帮带找救]$|残疾|[农残盲聋哑]|志愿|负责|管理|收留|本地|当地|外地|主持|监护|受助|滞留|老乡|一个|有的|什么|哪里|不是|不像|外乡|同乡|家乡|乡下|[山城村镇县市]里|镇上|中年|年轻|少年", RegexOptions.CultureInvariant)]
    private static partial Regex NotNative();

    [GeneratedRegex("查无|不合|不符|排除|没有结果|无此", RegexOptions.CultureInvariant)]
    private static partial Regex Refuted();

    public static void Read(string sentence, List<HomeStatement> into)
    {
        foreach (Match m in Home().Matches(sentence))
            if (!Nowhere().IsMatch(m.Groups["p"].Value) && !Refuted().IsMatch(sentence[m.Index..Math.Min(sentence.Length, m.Index + m.Length + 8)])) into.Add(new HomeStatement(StatementKind.Told, m.Groups["p"].Value, m.Groups["maybe"].Success ? 0.45 : 0.78));
        foreach (Match m in Answered().Matches(sentence))
            if (!NoOrigin().IsMatch(m.Groups["p"].Value) && !NotNative().IsMatch(m.Groups["p"].Value)) Add(into, StatementKind.Told, m.Groups["p"].Value, 0.65);
        foreach (Match m in Ticket().Matches(sentence))
        {
            Add(into, StatementKind.Journey, Lead().Replace(m.Groups["p"].Value, ""), 0.45);
            Add(into, StatementKind.Journey, m.Groups["to"].Value, 0.1);
        }
        foreach (Match m in From().Matches(sentence)) Add(into, StatementKind.Journey, m.Groups["p"].Value, 0.3);
    }

    /// <summary>What is told of home beside its name.</summary>
    /// <param name="lived">A sentence without its clauses about the finding.</param>
    public static void ReadAround(string lived, List<HomeStatement> into)
    {
        foreach (Match m in Native().Matches(lived))
            if (!NotNative().IsMatch(m.Groups["p"].Value) && !Refuted().IsMatch(m.Value)) into.Add(new HomeStatement(StatementKind.Told, m.Groups["p"].Value, 0.55));
        foreach (Match m in Beside().Matches(lived))
            if (!NotNative().IsMatch(m.Groups["p"].Value)) Add(into, StatementKind.Journey, m.Groups["p"].Value, 0.4);
    }

    private static void Add(List<HomeStatement> into, StatementKind kind, string words, double trust)
    {
        if (words.Length >= 2 && !Nowhere().IsMatch(words)) into.Add(new HomeStatement(kind, words, trust));
    }
}
