using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Writing;

/// <summary>Brings text to simplified characters and half-width forms, one character for one, so that every position stays.</summary>
internal static class PlainText
{
    private static readonly Lazy<char[]> Table = new(Load);

    public static string Of(string text)
    {
        var table = Table.Value;
        var at = 0;
        while (at < text.Length && table[text[at]] == text[at]) at++;
        return at == text.Length ? text : string.Create(text.Length, (text, table), static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = from.table[from.text[i]];
        });
    }

    /// <summary>A Han character of the basic plane, 〇 included.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    private static char[] Load()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = (char)i;
        for (var c = '\uFF01'; c <= '\uFF5E'; c++) table[c] = (char)(c - 0xFEE0);
        (table['\u3000'], table['○'], table['Ｏ'], table['～'], table['—'], table['–'], table['﹣'], table['\t'], table['\u00A0'], table['\uFEFF']) = (' ', '〇', 'O', '~', '-', '-', '-', ' ', ' ', ' ');
        foreach (var row in EmbeddedTable.Rows("simplified.tsv"))
            for (var i = 0; i < row[0].Length; i++) table[row[0][i]] = row[1][i];
        return table;
    }
}
