using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Regions;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Speech and people told in running words: accents, languages, syllables said as others, ethnic groups.</summary>
internal static partial class SpeechTalk
{
    [GeneratedRegex("口音|方言|土话|乡音|腔调|官话|(?:说|讲|操|会)(?:一口)?[一-鿿]{1,6}[话语](?!言)|[一-鿿]{1,4}(?<!汉|国|英|手|言|口|话|词)语(?!言|气|无|不|速|音)|像(?:是)?[一-鿿]{2,8}人|像(?:是)?[一-鿿]{2,8}(?:那边|一带|的$)|^(?:一口)?[一-鿿]{2,4}(?<!电|对|说|讲|问|听|回|答|喊|的)话$", RegexOptions.CultureInvariant)]
    private static partial Regex Speaks();

    [GeneratedRegex("普通话|(?:听不懂|旁人|什么|说不出|不会)的?话|说[梦胡瞎大实]话", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex("(?<maybe>疑似|可能|像|以为|好像|或)?[^,]{0,4}?(?<who>[一-鿿]{1,4}族)(?!自治)", RegexOptions.CultureInvariant)]
    private static partial Regex People();

    [GeneratedRegex(@"(?<from>[一-鿿])[”’]?(?:字)?(?:说成|读成|读作|念成|念作|发成|说作)[“‘]?(?<to>[一-鿿])[”’,。;]?(?![一-鿿]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Shift();

    [GeneratedRegex("n.{0,2}l.{0,2}不分|l.{0,2}n.{0,2}不分|f.{0,2}h.{0,2}不分|h.{0,2}f.{0,2}不分|平翘舌?不分|不分平翘舌?|前后鼻音?不分|没有翘舌音?|不会翘舌|分尖团|有入声|鼻边音不分", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Feature();

    public static void Read(string sentence, List<HomeStatement> into)
    {
        foreach (var clause in sentence.Split(','))
        {
            if (Speaks().IsMatch(clause) && !Nothing().IsMatch(clause) && FieldReader.Accent(clause.Trim()) is { } accent) into.Add(accent with { Trust = accent.Trust * 0.9 });
            foreach (Match m in People().Matches(clause))
                if (RegionTable.Of("people").FirstOrDefault(h => m.Groups["who"].Value.EndsWith(h.Topic, StringComparison.Ordinal)) is { } people) into.Add(new HomeStatement(StatementKind.People, people.Topic, m.Groups["maybe"].Success ? 0.45 : 0.75));
        }
        foreach (Match m in Shift().Matches(sentence)) into.Add(new HomeStatement(StatementKind.Shift, $"{m.Groups["from"].Value}>{m.Groups["to"].Value}", 1));
        foreach (Match m in Feature().Matches(sentence)) into.Add(new HomeStatement(StatementKind.Word, m.Value, 0.8));
    }
}
