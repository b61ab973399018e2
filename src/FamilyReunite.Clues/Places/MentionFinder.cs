using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>Finds what may be names of places in a text.</summary>
internal sealed class MentionFinder(NameIndex index)
{
    /// <summary>log of P(same character | this place) × about 1,000 characters in use, for each character.</summary>
    private const double SameCharacter = 6.2;

    /// <summary>log of half the hearers × 1,000 characters / 20 characters a syllable.</summary>
    private const double SameSound = 3.2;

    /// <summary>Words that a place is also called by chance ("城区", "东区", "经济技术开发区").</summary>
    private const double CommonWord = -6;

    private const int Longest = 60;
    private const int SoundReach = 14;
    private const int Most = 160;
    private const float LeastSound = -4.5f;

    public List<Mention> Find(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        var mentions = new List<Mention>();
        var covered = new bool[text.Length];
        var written = new List<PlaceName>();
        for (var at = 0; at < text.Length; at++)
        {
            written.Clear();
            index.Written(text, at, written);
            foreach (var name in written)
            {
                var end = at + name.Text.Length;
                var (length, odds) = LevelWord.Read(text.AsSpan(end), name);
                mentions.Add(new Mention(name, at, name.Text.Length + length, SameCharacter * name.Text.Length + odds + Common(name, length), Exact: true));
                if (length > 0 && odds > 2 || name.Suffix.Length == 0) covered.AsSpan(at, name.Text.Length + length).Fill(true);
            }
        }
        // a short text may be the hearer's spelling of another place; in a long one whole written names are taken as meant
        if (text.Length <= SoundReach) covered.AsSpan().Clear();
        Hear(text, covered, mentions);
        if (mentions.Count > Most) mentions = [.. mentions.OrderByDescending(m => m.Odds - Rarity(m.Name)).Take(Most)];
        mentions.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Name.Level.CompareTo(b.Name.Level));
        return mentions;
    }

    /// <summary>Log-odds of a name that was only heard, by the dialect area of its place.</summary>
    public double InArea(Mention mention, string text)
    {
        var area = ConfusionTable.For(Known(mention.Name.Targets[0].Area));
        var odds = 0.0;
        for (var i = 0; i < mention.Name.Text.Length; i++)
        {
            var (heard, spoken) = (text[mention.Start + i], mention.Name.Text[i]);
            odds += heard == spoken ? SameCharacter : SameSound + index.Syllables.InArea(heard, spoken, area);
        }
        return odds;
    }

    private void Hear(string text, bool[] covered, List<Mention> mentions)
    {
        var reach = Math.Min(text.Length, SoundReach + covered.TakeWhile(c => c).Count());
        float[]?[] heard = [.. text.Take(reach).Select((c, i) => covered[i] ? null : index.Syllables.Heard(c))];
        var found = new List<(PlaceName Name, float Log)>();
        for (var at = 0; at < reach; at++)
        {
            found.Clear();
            index.Sounding(heard, at, LeastSound, found);
            foreach (var (name, _) in found)
            {
                if (string.CompareOrdinal(text, at, name.Text, 0, name.Text.Length) == 0) continue;
                var (length, odds) = LevelWord.Read(text.AsSpan(at + name.Text.Length), name);
                var mention = new Mention(name, at, name.Text.Length + length, odds + Common(name, length), Exact: false);
                mention = mention with { Odds = mention.Odds + InArea(mention, text) };
                if (mention.Odds > 0) mentions.Add(mention);
            }
        }
    }

    /// <param name="levelWord">Length of the level word that was said with the name.</param>
    private static double Common(PlaceName name, int levelWord) =>
        levelWord == 0 && name.Text is "公园" or "老城" or "城中" or "中心" or "新城" or "城关" ? CommonWord : name.Suffix.Length == 0 && (name.Text.Length >= 4 && name.Text.EndsWith('区') || name.Text is "城区" or "郊区" or "矿区" or "东区" or "西区" or "南区" or "北区" or "新区" or "市区") ? CommonWord : 0;

    private static double Rarity(PlaceName name) => name.Level switch { DivisionLevel.Province => 3.5, DivisionLevel.Prefecture => 5.8, _ => 8 };

    private static string Known(string area) => Areas.Contains(area) ? area : area.Split('－')[0];

    private static readonly HashSet<string> Areas = [.. ConfusionTable.Areas];
}
