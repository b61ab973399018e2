using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Sex, build, hair and gait.</summary>
internal sealed partial class Appearance : FactFamily
{
    [GeneratedRegex(@"性\s{0,4}别\s*[:为]\s*(?<sex>男|女)|(?<![一-鿿])(?<sex>男|女)(?:性|童|孩|婴|士|子)?(?![一-鿿])|(?:受助人|该|一名|名|位|无名|流浪)(?<sex>男|女)(?:性|童|孩|婴|子|士)?|(?<sex>男|女)(?=婴|童|青年)|(?<![子儿孙])(?<sex>男|女)子(?![监医学])|(?<word>老太太|老太|老奶奶|老妇|大妈|大娘|阿姨|妇女|老大爷|大爷|老汉|大叔|小伙子)", RegexOptions.CultureInvariant)]
    private static partial Regex SexWords();

    [GeneratedRegex(@"^(?:老人|其|他|她)?(?:体型|体态|身材|身形|体貌|体格)?\s?[:为]?(?<what>偏瘦|瘦小|瘦弱|很瘦|较瘦|消瘦|瘦高|高瘦|瘦|中等身材|中等|偏胖|微胖|较胖|肥胖|胖|壮实|健壮|魁梧|结实|矮小|矮胖|高大|匀称)$", RegexOptions.CultureInvariant)]
    private static partial Regex BuildWords();

    [GeneratedRegex(@"^(?:留着?|有|一头|满头|理|扎(?:着|了)?|梳着?)?(?:[一两二][个条根]小?)?(?<what>(?:[黑白灰银花长短卷直齐中寸平光秃]|花白|平头|齐耳|齐肩|披肩|染|黄|烫|马尾|散乱|蓬乱|头发)*(?:发|头|辫子?|马尾辫?|寸头|平头|光头|刘海|头发|发型)(?:花白|蓬乱|凌乱|散乱|全白|斑白|偏长|较长|很长|稀疏|稀少|浓密|黑|白|短|长|打结|编成.{0,3}辫子?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex HairWords();

    [GeneratedRegex("走路|走道|行走|步态|步履|碎步|拖地", RegexOptions.CultureInvariant)]
    private static partial Regex GaitWords();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Sex, FactKind.Build, FactKind.Hair, FactKind.Gait];

    public override void Find(string text, List<ReadFact> found)
    {
        var seen = new HashSet<string>();
        foreach (Match m in SexWords().Matches(text))
            if (SexOf(m) is { } sex && seen.Add(sex)) found.Add(Fact(FactKind.Sex, m, sex));
        foreach (var c in Clause.Of(text, lists: true))
        {
            if (c.Text.Length > 14) continue;
            if (BuildWords().Match(c.Text) is { Success: true } build) found.Add(new ReadFact(FactKind.Build, build.Groups["what"].Value, build.Groups["what"].Value, c.Start + build.Groups["what"].Index, build.Groups["what"].Length));
            else if (c.Text.Length > 1 && HairWords().Match(c.Text) is { Success: true } hair && hair.Groups["what"].Value is { Length: > 1 } words && words is not ("头发" or "额头")) found.Add(Fact(FactKind.Hair, c, words));
            else if (GaitWords().IsMatch(c.Text) && !c.Text.Contains("路线", StringComparison.Ordinal)) found.Add(Fact(FactKind.Gait, c, c.Text));
        }
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        var words = asHeard.Trim();
        if (kind != FactKind.Sex) return words.Length > 0 ? words : null;
        if (words is "M" or "m" or "male" or "Male" or "男" or "男性") return "M";
        if (words is "F" or "f" or "female" or "Female" or "女" or "女性") return "F";
        return SexWords().Match(words) is { Success: true } m ? SexOf(m) : null;
    }

    private static string? SexOf(Match m) => m.Groups["sex"].Value switch
    {
        "男" => "M",
        "女" => "F",
        _ => m.Groups["word"].Value is "老大爷" or "大爷" or "老汉" or "大叔" or "小伙子" ? "M" : "F",
    };
}
