using System.Collections.Concurrent;
using System.Globalization;
using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Sounds;

/// <summary>What a Mandarin-trained listener writes for a true initial or final, by dialect area of the Language Atlas.</summary>
public sealed class ConfusionTable
{
    /// <summary>All areas pooled.</summary>
    public const string Pooled = "全部";

    /// <summary>Probability of a confusion that the table does not list; its rows leave out what was heard in fewer than 1 of 100 cases.</summary>
    public const double Floor = 0.001;

    private static readonly Lazy<ILookup<string, string[]>> Rows = new(() => EmbeddedTable.Rows("confusions.tsv").ToLookup(r => r[0]));
    private static readonly ConcurrentDictionary<string, ConfusionTable> Loaded = new();
    private readonly Dictionary<(string True, string Heard), double> _initials = [];
    private readonly Dictionary<(string True, string Heard), double> _finals = [];

    private ConfusionTable(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            var part = row[1] == "I" ? _initials : _finals;
            foreach (var entry in row[3].Split(' '))
            {
                var (heard, p) = (entry[..entry.IndexOf(':', StringComparison.Ordinal)], entry[(entry.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                part[(Component(row[2]), Component(heard))] = double.Parse(p, CultureInfo.InvariantCulture);
            }
        }
    }

    public static IReadOnlyList<string> Areas => [.. Rows.Value.Select(g => g.Key)];

    /// <summary>The table of an area as <see cref="Areas"/> spells it; the pooled one for any other name.</summary>
    public static ConfusionTable For(string area) => Loaded.GetOrAdd(Rows.Value.Contains(area) ? area : Pooled, a => new ConfusionTable(Rows.Value[a]));

    /// <summary>P(heard | true), at least <see cref="Floor"/> squared.</summary>
    public double Probability(Syllable heard, Syllable spoken) => Initial(heard.Initial, spoken.Initial) * Final(heard.Final, spoken.Final);

    /// <summary>P(heard | true) of an initial, at least <see cref="Floor"/>.</summary>
    internal double Initial(string heard, string spoken) => Part(_initials, heard, spoken);

    /// <summary>P(heard | true) of a final, at least <see cref="Floor"/>.</summary>
    internal double Final(string heard, string spoken) => Part(_finals, heard, spoken);

    private static double Part(Dictionary<(string True, string Heard), double> part, string heard, string spoken) =>
        Math.Max(Floor, part.TryGetValue((spoken, heard), out var p) ? p : heard == spoken ? 0.9 : 0);

    private static string Component(string written) => written == "-" ? "" : written;
}
