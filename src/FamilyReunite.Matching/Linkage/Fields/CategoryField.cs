using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Sex and other values of a small set: the same, nearly the same in writing, or another.</summary>
internal sealed class CategoryField : Field
{
    private const int Exact = 1, Near = 2, Different = 3;
    private readonly Values _values;
    private readonly double _usual;

    public CategoryField(PersonColumn column) : base(column.Name, column.Kind)
    {
        _values = Values.Of(column.Cells, column.Kind == ColumnKind.Sex ? SexWord : c => c.ToLowerInvariant());
        _usual = _values.Agreement;
        Levels = [new("missing", 0), new("exact", .86, .3 / Math.Max(1, _values.Texts.Count)), new("near", .04), new("different", .1)];
    }

    public override IReadOnlyList<Level> Levels { get; }

    public override int Compare(int a, int b)
    {
        var (x, y) = (_values.OfRow[a], _values.OfRow[b]);
        if (x < 0 || y < 0) return Missing;
        if (x == y) return Exact;
        if (Kind == ColumnKind.Sex) return Different;
        var (s, t) = (_values.Texts[x], _values.Texts[y]);
        var length = Math.Min(s.Length, t.Length);
        return (length >= 4 && Spelling.JaroWinkler(s, t) >= 0.88) || (length >= 2 && s.Length + t.Length > 4 && Spelling.Edits(s, t, 1) == 1) ? Near : Different;
    }

    protected override double Rarity(int a, int level) => level == Exact ? _values.Rarity(_values.OfRow[a], _usual) : 0;

    public override void AddKeys(int row, KeyList keys)
    {
        if (Kind != ColumnKind.Sex && _values.OfRow[row] is var v and >= 0) keys.Add(KeyList.Hash('=', _values.Texts[v]), joins: true);
    }

    private static string SexWord(string cell) => cell.ToLowerInvariant() switch
    {
        "" => "",
        "m" or "male" or "man" or "男" or "男性" or "1" or "boy" => "m",
        "f" or "female" or "woman" or "女" or "女性" or "2" or "girl" or "w" => "f",
        var other => other,
    };
}
