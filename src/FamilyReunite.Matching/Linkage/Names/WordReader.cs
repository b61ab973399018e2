namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Cuts a cell into words: Latin-written parts at everything that is no letter or digit, Han names into surname and given name, Korean names into syllables, other Han text into pairs of characters.</summary>
internal static class WordReader
{
    private static readonly HashSet<string> LongSurnames = ["欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "司徒", "端木", "独孤", "南宫", "歐陽", "諸葛"];

    public static IEnumerable<(string Text, string Latin)> Read(string cell, bool asName)
    {
        foreach (var run in Runs(cell))
        {
            if (Romanisation.IsHan(run[0]))
            {
                foreach (var part in asName ? NameParts(run) : Pairs(run)) yield return (part, Romanisation.Fold(part));
                continue;
            }
            var words = Romanisation.Fold(asName ? Hangul.Apart(run) : run).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in asName ? Servants.Joined(words) : words) yield return (word, word);
        }
    }

    private static IEnumerable<string> Runs(string cell)
    {
        var start = 0;
        for (var i = 1; i <= cell.Length; i++)
        {
            if (i < cell.Length && Romanisation.IsHan(cell[i]) == Romanisation.IsHan(cell[i - 1])) continue;
            yield return cell[start..i];
            start = i;
        }
    }

    private static IEnumerable<string> NameParts(string han)
    {
        var surname = han.Length > 2 && LongSurnames.Contains(han[..2]) ? 2 : han.Length is 2 or 3 or 4 ? 1 : 0;
        if (surname > 0) yield return han[..surname];
        yield return han[surname..];
    }

    private static IEnumerable<string> Pairs(string han)
    {
        if (han.Length == 1) yield return han;
        for (var i = 0; i + 1 < han.Length; i++) yield return han.Substring(i, 2);
    }
}
