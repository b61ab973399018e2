using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>Joins mentions into addresses: outer places before inner ones. Scores are log-odds against "no place is named here".</summary>
internal sealed class ChainReader(PlaceTable table)
{
    private const double WrongParent = -5;

    private const double Former = -0.7;
    private const double SkippedBefore = -2;
    private const double SkippedBetween = -1.2;
    private const double MostSkipped = -9;

    private static readonly string[] Openings =
    [
        "我的家是在", "我家的地址是", "我的家在", "我家住在", "我家在", "我家是", "你家在", "老家在", "老家是", "家住在", "家住", "家在", "家是", "住在", "住址", "来自", "现住", "户籍", "籍贯", "地址", "自称是", "自称", "好像是", "可能是", "大概是", "说是", "我是", "是", "在", "从", "到", "中国", "他", "她", "住",
    ];

    public void Join(List<Mention> mentions, string text, string within)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var m = mentions[i];
            (m.Total, m.Before) = (Opening(text, m.Start) + m.Odds + Prior(m.Name, within), null);
            for (var j = 0; j < mentions.Count; j++)
            {
                var p = mentions[j];
                if (p.Start >= m.Start) break;
                if (p.End > m.Start || p.Name.Level >= m.Name.Level) continue;
                var inside = p.Name.Contains(m.Name);
                var total = p.Total + Gap(text, p.End, m.Start) + m.Odds + (inside ? PriorInside(p.Name, m.Name) : Prior(m.Name, within) + WrongParent);
                if (total > m.Total) (m.Total, m.Before) = (total, p);
            }
        }
    }

    private double Prior(PlaceName name, string within) =>
        -Math.Log(table.Count(name.Targets.All(t => t.Code.Digits.StartsWith(within, StringComparison.Ordinal)) ? within : "", name.Level)) + (name.Years is null ? 0 : Former);

    private double PriorInside(PlaceName outer, PlaceName name) => -Math.Log(table.Count(outer.Targets[0].Code.Digits, name.Level)) + (name.Years is null ? 0 : Former);

    /// <summary>Log-odds taken off for the words before a place.</summary>
    public static double Opening(string text, int start) => Math.Max(MostSkipped, (start - AfterOpening(text, start)) * SkippedBefore);

    /// <summary>Where the words end that lead to a place ("我家住在"), at most at <paramref name="start"/>.</summary>
    public static int AfterOpening(string text, int start)
    {
        var at = 0;
        for (var moved = true; moved && at < start;)
        {
            moved = false;
            while (at < start && !char.IsLetterOrDigit(text[at])) (at, moved) = (at + 1, true);
            foreach (var word in Openings)
            {
                if (at + word.Length > start || string.CompareOrdinal(text, at, word, 0, word.Length) != 0) continue;
                (at, moved) = (at + word.Length, true);
                break;
            }
        }
        return at;
    }

    /// <summary>Log-odds taken off for words passed over.</summary>
    public static double Gap(string text, int from, int to)
    {
        var skipped = 0;
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(text[i]) && text[i] is not ('的' or '省' or '市')) skipped++;
        return Math.Max(MostSkipped, skipped * SkippedBetween);
    }
}
