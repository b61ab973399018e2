using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>All words of a field, by number, and in how many rows each occurs.</summary>
internal sealed class WordStock(bool asName)
{
    /// <summary>A row's further words tell nothing new.</summary>
    private const int MostWords = 10;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _cells = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];
    private readonly List<int> _rows = [];

    public IReadOnlyList<Word> Words => _words;

    public IReadOnlyList<int> Rows => _rows;

    /// <summary>The distinct words of one row's cells, counted once.</summary>
    public int[] Add(IEnumerable<string> cells)
    {
        int[]? first = null;
        List<int>? more = null;
        foreach (var cell in cells)
        {
            if (cell.Length == 0) continue;
            var words = Of(cell);
            if (first is null) first = words;
            else (more ??= [.. first]).AddRange(words);
        }
        var all = more is null ? first ?? [] : [.. more.Distinct()];
        if (all.Length > MostWords) all = all[..MostWords];
        foreach (var w in all) _rows[w]++;
        return all;
    }

    private int[] Of(string cell)
    {
        if (_cells.TryGetValue(cell, out var known)) return known;
        var words = new List<int>(4);
        foreach (var (text, latin) in WordReader.Read(cell, asName))
        {
            if (!_numbers.TryGetValue(text, out var n))
            {
                _numbers[text] = n = _words.Count;
                _words.Add(new Word(text, latin));
                _rows.Add(0);
            }
            if (!words.Contains(n)) words.Add(n);
        }
        return _cells[cell] = [.. words];
    }
}
