using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Texts of one word, such as e-mail addresses and account names: by how much of the writing is the same.</summary>
internal sealed class TextField : Field
{
    private static readonly double[] Steps = [0.93, 0.87, 0.8, 0.72, 0.64];
    private readonly Values _values;
    private readonly string[] _heads;
    private readonly double _usual;

    public TextField(PersonColumn column) : base(column.Name, column.Kind)
    {
        _values = Values.Of(column.Cells, c => c.ToLowerInvariant());
        _heads = [.. _values.Texts.Select(Head)];
        _usual = _values.Agreement;
        Levels =
        [
            new("missing", 0), new("exact", .7, .3 / Math.Max(1, _values.Texts.Count)), new("one-edit", .05, 1e-6), new("part", .05, 1e-6), new("very-alike", .05, 1e-5), new("alike", .05, 1e-4),
            new("rather-alike", .03, 1e-3), new("somewhat-alike", .02, 1e-2), new("little-alike", .02, .05), new("different", .03, .3),
        ];
    }

    public override IReadOnlyList<Level> Levels { get; }

    public override IEnumerable<(int Better, int Worse, double Gap)> Order => [(1, 2, 0), (2, 4, 0), (1, 3, 0), (3, 6, 0), (4, 5, 0), (5, 6, 0), (6, 7, 0), (7, 8, 0), (8, 9, 0)];

    public override int Compare(int a, int b)
    {
        var (x, y) = (_values.OfRow[a], _values.OfRow[b]);
        if (x < 0 || y < 0) return Missing;
        if (x == y) return 1;
        var (s, t) = (_values.Texts[x], _values.Texts[y]);
        if (Spelling.Edits(s, t, 1) == 1) return 2;
        if (_heads[x].Length >= 4 && _heads[x] == _heads[y]) return 3;
        var alike = Spelling.JaroWinkler(s, t);
        var step = Array.FindIndex(Steps, f => alike >= f);
        return step < 0 ? 9 : 4 + step;
    }

    protected override double Rarity(int a, int level) => level == 1 ? _values.Rarity(_values.OfRow[a], _usual) : 0;

    public override void AddKeys(int row, KeyList keys)
    {
        if (_values.OfRow[row] is not (var v and >= 0)) return;
        var text = _values.Texts[v];
        keys.Add(KeyList.Hash('=', text), joins: true);
        keys.Add(KeyList.Hash('h', _heads[v]), joins: false);
        for (var i = 0; i + 4 <= text.Length && i < 24; i += 1) keys.Add(KeyList.Hash('q', text.AsSpan(i, 4)), joins: false);
    }

    private static string Head(string text) => text.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? text[..at] : "";
}
