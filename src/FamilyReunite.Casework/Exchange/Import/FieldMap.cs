using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Which of our fields a column is: by the operator's map, by our own name, or by what stations call it (<c>Tables/columns.tsv</c>).</summary>
internal sealed partial class FieldMap
{
    private static readonly Lazy<Dictionary<string, string>> Known = new(ReadTable);

    /// <summary>Fields of other commands that may stand in a row and mean nothing here.</summary>
    private static readonly HashSet<string> Passed = ["id", "spans", "accent_candidates", "home_candidates"];

    private readonly Dictionary<string, string> _given;
    private readonly Dictionary<string, string?> _asked = [];

    private FieldMap(Dictionary<string, string> given) => _given = given;

    /// <summary>Columns that are none of our fields, in order of appearance.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Problems: import.no-map, import.map-broken, import.map-field-unknown.</summary>
    public static async Task<Outcome<FieldMap>> LoadAsync(string? path, CancellationToken ct)
    {
        if (path is null) return new FieldMap([]);
        if (!File.Exists(path)) return new Problem("import.no-map", "map");
        try
        {
            await using var file = File.OpenRead(path);
            using var json = await JsonDocument.ParseAsync(file, cancellationToken: ct);
            var columns = json.RootElement.TryGetProperty("columns", out var inner) ? inner : json.RootElement;
            var given = columns.EnumerateObject().ToDictionary(p => Normal(p.Name), p => p.Value.GetString() ?? "");
            return given.Values.FirstOrDefault(f => !ImportFields.Names.Contains(f)) is { } wrong ? new Problem("import.map-field-unknown", "map", wrong) : new FieldMap(given);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Problem("import.map-broken", "map");
        }
    }

    /// <summary>Null when the column is none of our fields; a strange one is noted in <see cref="Unknown"/>.</summary>
    public string? FieldOf(string column)
    {
        if (_asked.TryGetValue(column, out var known)) return known;
        var name = Normal(column);
        var bare = Bracketed().Replace(name, "");
        var field = _given.GetValueOrDefault(name) ?? (ImportFields.Names.Contains(name) ? name : Known.Value.GetValueOrDefault(name) ?? Known.Value.GetValueOrDefault(bare));
        if (field is null && name.Length > 0 && !Passed.Contains(name)) Unknown.Add(column);
        return _asked[column] = field;
    }

    private static string Normal(string column) => string.Concat(column.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '*' && c != ':')).ToLowerInvariant();

    private static Dictionary<string, string> ReadTable()
    {
        using var stream = typeof(FieldMap).Assembly.GetManifestResourceStream("FamilyReunite.Casework.Exchange.Import.Tables.columns.tsv")!;
        using var text = new StreamReader(stream);
        var table = new Dictionary<string, string>();
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var field, var words]) continue;
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) table.Add(Normal(word), field);
        }
        return table;
    }

    [GeneratedRegex(@"[(\[].*?[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
