namespace FamilyReunite.Clues.Descriptions;

/// <summary>A stretch of text between two stops, without blanks at its ends.</summary>
internal readonly record struct Clause(string Text, int Start)
{
    /// <summary>Cuts at the stops that end a statement; with <paramref name="lists"/> also inside lists ("、", "和").</summary>
    public static IEnumerable<Clause> Of(string text, bool lists = false)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Ends(text[i], lists)) continue;
            var (from, to) = (start, i);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (to > from) yield return new Clause(text[from..to], from);
            start = i + 1;
        }
    }

    private static bool Ends(char c, bool lists) => c is ',' or '。' or ';' or '\n' or '\r' or '|' or '!' or '?' or '(' or ')' or ':' || (lists && c is '、');
}
