using System.Globalization;
using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>A file of invented people with its true links; two files where <see cref="Right"/> is given.</summary>
internal sealed record MadeFile(string Name, PersonFile Left, PersonFile? Right, IReadOnlyList<NamedPair> Gold)
{
    /// <summary>One file: the rows in any order, the first column their number.</summary>
    public static MadeFile Of(string name, string[] columns, List<(int Person, string[] Cells)> rows, Random random)
    {
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        var gold = shuffled.Select((r, i) => (r.Person, Row: i)).GroupBy(x => x.Person, x => x.Row).SelectMany(g => g.SelectMany(a => g.Where(b => b > a).Select(b => new NamedPair(Id('r', a), Id('r', b), true, 1))));
        return new MadeFile(name, File("people.csv", 'r', columns, shuffled), null, [.. gold]);
    }

    public static MadeFile Of(string name, string[] columns, List<(int Person, string[] Cells)> left, List<(int Person, string[] Cells)> right)
    {
        var of = right.Select((r, i) => (r.Person, i)).ToLookup(r => r.Person, r => r.i);
        var gold = left.SelectMany((l, i) => of[l.Person].Select(r => new NamedPair(Id('l', i), Id('r', r), true, 1)));
        return new MadeFile(name, File("left.csv", 'l', columns, left), File("right.csv", 'r', columns, right), [.. gold]);
    }

    /// <summary>Writes the files and their true links as CSV, for the command.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Right is null ? [Left] : new[] { Left, Right }) System.IO.File.WriteAllLines(Path.Combine(folder, file.Name), [Line(file.Columns), .. file.Rows.Select(Line)]);
        System.IO.File.WriteAllLines(Path.Combine(folder, "gold.csv"), ["left,right", .. Gold.Select(g => $"{g.Left},{g.Right}")]);
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(c => c.Contains(',', StringComparison.Ordinal) ? $"\"{c}\"" : c));

    private static PersonFile File(string name, char side, string[] columns, IEnumerable<(int Person, string[] Cells)> rows) =>
        new(name, ["unique_id", .. columns], [.. rows.Select((r, i) => (string[])[Id(side, i), .. r.Cells])]);

    private static string Id(char side, int row) => side + row.ToString(CultureInfo.InvariantCulture);
}
