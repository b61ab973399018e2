namespace FamilyReunite.Casework.Tests.Deploy;

/// <summary>Reads as much of YAML as <c>deploy/compose.yaml</c> uses: mappings and lists by indentation, scalars, quoted scalars, <c>[lists]</c> on one line, anchors and merge keys.
/// Anything else is an error, so that the file stays as plain as this.</summary>
internal sealed class ComposeText
{
    private readonly List<(int Indent, string Text)> _lines;
    private readonly Dictionary<string, object> _anchors = new(StringComparer.Ordinal);
    private int _at;

    private ComposeText(string text) =>
        _lines = [.. text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.TrimStart() is { Length: > 0 } t && t[0] != '#').Select(l => (l.Length - l.TrimStart().Length, l.TrimStart()))];

    /// <returns>Mappings as dictionaries, lists as lists, scalars as strings; an empty value is an empty string.</returns>
    /// <exception cref="FormatException">A form this reader does not know.</exception>
    public static Dictionary<string, object> Read(string text)
    {
        var reader = new ComposeText(text);
        var all = reader.Mapping(0);
        return reader._at == reader._lines.Count ? all : throw new FormatException($"Unexpected indentation at: {reader._lines[reader._at].Text}");
    }

    private Dictionary<string, object> Mapping(int indent)
    {
        var own = new Dictionary<string, object>(StringComparer.Ordinal);
        var merged = new Dictionary<string, object>(StringComparer.Ordinal);
        for (; _at < _lines.Count && _lines[_at].Indent == indent; )
        {
            var text = _lines[_at++].Text;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || (colon + 1 < text.Length && text[colon + 1] != ' ')) throw new FormatException($"Not a key with a value: {text}");
            var (key, value) = (text[..colon], text[(colon + 1)..].Trim());
            if (key == "<<") merged = (Dictionary<string, object>)_anchors[value.TrimStart('*')];
            else if (!own.TryAdd(key, Value(value, indent))) throw new FormatException($"Said twice: {key}");
        }
        foreach (var (key, value) in merged) own.TryAdd(key, value);
        return own;
    }

    private object Value(string text, int indent)
    {
        if (text.Length > 0 && text[0] != '&') return Scalar(text);
        var nested = _at < _lines.Count && _lines[_at].Indent > indent ? Nested(_lines[_at].Indent) : "";
        if (text.Length > 0) _anchors[text[1..]] = nested;
        return nested;
    }

    private object Nested(int indent)
    {
        if (!_lines[_at].Text.StartsWith("- ", StringComparison.Ordinal)) return Mapping(indent);
        var items = new List<object>();
        for (; _at < _lines.Count && _lines[_at].Indent == indent; _at++) items.Add(Scalar(_lines[_at].Text[2..].Trim()));
        return items;
    }

    private static object Scalar(string text) => text[0] switch
    {
        '[' when text[^1] == ']' => Flow(text[1..^1]),
        '"' or '\'' when text.Length > 1 && text[^1] == text[0] => text[1..^1],
        '[' or '"' or '\'' or '{' or '|' or '>' or '*' or '!' => throw new FormatException($"A form this reader does not know: {text}"),
        _ when text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) => throw new FormatException($"Needs quotes: {text}"),
        _ => text,
    };

    /// <summary>Double-quoted scalars, as JSON has them.</summary>
    private static List<object> Flow(string text) => [.. System.Text.Json.JsonSerializer.Deserialize<string[]>($"[{text}]")!];
}
