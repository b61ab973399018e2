using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Numbers and codes: identity numbers, telephones, postcodes. Letters and digits count, all else is passed over.</summary>
internal sealed class CodeField : Field
{
    private const int Exact = 1, OneEdit = 2, TwoEdits = 3, Part = 4, Different = 5;
    private readonly Values _values;
    private readonly double _usual;

    public CodeField(PersonColumn column) : base(column.Name, column.Kind)
    {
        _values = Values.Of(column.Cells, Normal);
        _usual = _values.Agreement;
        Levels = [new("missing", 0), new("exact", .8, .3 / Math.Max(1, _values.Texts.Count)), new("one-edit", .08), new("two-edits", .02), new("part", .03), new("different", .07)];
    }

    public override IReadOnlyList<Level> Levels { get; }

    public override int Compare(int a, int b)
    {
        var (x, y) = (_values.OfRow[a], _values.OfRow[b]);
        if (x < 0 || y < 0) return Missing;
        if (x == y) return Exact;
        var (s, t) = (_values.Texts[x], _values.Texts[y]);
        var edits = Spelling.Edits(s, t, 2);
        var length = Math.Min(s.Length, t.Length);
        if (edits == 1 && length >= 3) return OneEdit;
        if (edits <= 2 && length >= 6) return TwoEdits;
        return SharesPart(s, t) ? Part : Different;
    }

    protected override double Rarity(int a, int level) => level == Exact ? _values.Rarity(_values.OfRow[a], _usual) : 0;

    public override void AddKeys(int row, KeyList keys)
    {
        if (_values.OfRow[row] is var v and >= 0) Keys(_values.Texts[v], keys);
    }

    private void Keys(string text, KeyList keys)
    {
        keys.Add(KeyList.Hash('=', text), joins: true);
        if (text.Length < 3) return;
        keys.Add(KeyList.Hash('<', Head(text)), joins: true);
        if (text.Length >= 6 && Kind != ColumnKind.Postcode) keys.Add(KeyList.Hash('>', text.AsSpan(text.Length / 2)), joins: true);
        if (text.Length is < 5 or > 20) return;
        // every text with one letter left out: two codes one edit apart share one of these
        Span<char> less = stackalloc char[text.Length - 1];
        for (var i = 0; i < text.Length; i++)
        {
            text.AsSpan(0, i).CopyTo(less);
            text.AsSpan(i + 1).CopyTo(less[i..]);
            keys.Add(KeyList.Hash('-', less), joins: false);
        }
    }

    private bool SharesPart(string s, string t) => Kind == ColumnKind.Postcode
        ? Head(s).SequenceEqual(Head(t))
        : s.Length >= 7 && t.Length >= 7 && (s.AsSpan(s.Length - 6).SequenceEqual(t.AsSpan(t.Length - 6)) || s.AsSpan(0, 6).SequenceEqual(t.AsSpan(0, 6)));

    private static ReadOnlySpan<char> Head(string text) => text.AsSpan(0, text.Length > 4 ? text.Length - 3 : Math.Max(1, text.Length / 2));

    private static string Normal(string cell) => string.Create(cell.Count(char.IsLetterOrDigit), cell, static (span, from) =>
    {
        var i = 0;
        foreach (var c in from)
            if (char.IsLetterOrDigit(c)) span[i++] = char.ToLowerInvariant(c);
    });
}
