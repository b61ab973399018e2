using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>What may stand in a text: in names neither control characters nor markup; elsewhere control characters are taken out and markup stays the text it is.</summary>
internal static partial class PlainWords
{
    private const int MaxName = 200;

    private static readonly HashSet<string> Placeholders = ["无", "不详", "未知", "不明", "没有", "暂无", "/", "-", "--", "—", "null", "NULL", "N/A", "n/a", "nan", "NaN"];

    /// <summary>False for what forms hold in place of an answer.</summary>
    public static bool SaysSomething(string text) => text.Length > 0 && !Placeholders.Contains(text);

    /// <summary>The text as it is kept; null when the row is rejected for it.</summary>
    public static string? Check(string text, FactKind kind, string column, RowNotes notes)
    {
        var isName = ImportFields.IsName(kind);
        if (isName && Markup().IsMatch(text)) return Reject("import.markup-in-name");
        if (VisibleText.HasHidden(text))
        {
            if (isName) return Reject("import.control-in-name");
            text = VisibleText.WithoutHidden(text);
            notes.Warn(column, "import.control-removed");
        }
        var longest = isName ? MaxName : Fact.MaxLength;
        return text.Length <= longest ? text : Reject("import.too-long", longest);

        string? Reject(string code, params object[] args)
        {
            notes.Reject(column, code, args);
            return null;
        }
    }

    [GeneratedRegex(@"[<>]", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
