using System.Globalization;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>Reads pairs of photos: photo TAB photo TAB 1 or 0, then where known TAB age TAB age (on each photo) TAB years between the photos. Of one person the years follow from the ages.</summary>
public static class PairSheet
{
    private const int OldestAge = 130;

    /// <returns>face.pairs-none, face.pairs-line (line), face.pairs-itself (line).</returns>
    public static Outcome<IReadOnlyList<LabelledPair>> Read(IReadOnlyList<string> lines)
    {
        var pairs = new Dictionary<(string, string, bool), LabelledPair>();
        for (var n = 0; n < lines.Count; n++)
        {
            var fields = Array.ConvertAll(lines[n].TrimStart('\uFEFF').TrimEnd('\r').Split('\t'), f => f.Trim());
            if (fields is [""]) continue;
            // a first line without an answer names the columns
            if (n == 0 && (fields.Length < 3 || fields[2] is not ("0" or "1"))) continue;
            if (Read(fields) is not { } pair) return new Problem("face.pairs-line", null, n + 1);
            if (pair.A == pair.B) return new Problem("face.pairs-itself", null, n + 1);
            // the same pair again, in whatever order, is one pair
            pairs.TryAdd(string.CompareOrdinal(pair.A, pair.B) < 0 ? (pair.A, pair.B, pair.Same) : (pair.B, pair.A, pair.Same), pair);
        }
        return pairs.Count == 0 ? new Problem("face.pairs-none") : Outcome.Of<IReadOnlyList<LabelledPair>>([.. pairs.Values]);
    }

    private static LabelledPair? Read(string[] fields)
    {
        if (fields.Length < 3 || fields[0].Length == 0 || fields[1].Length == 0 || fields[2] is not ("0" or "1")) return null;
        if (!Number(fields, 3, out var a) || !Number(fields, 4, out var b) || !Number(fields, 5, out var years)) return null;
        var same = fields[2] == "1";
        var between = years ?? (same && a is { } one && b is { } other ? Math.Abs(one - other) : null);
        return new LabelledPair(fields[0], fields[1], same, LabelledPair.AgesOf(a, b), between is { } span ? (int)Math.Ceiling(span) : null);
    }

    /// <summary>False when something stands there that is no age.</summary>
    private static bool Number(string[] fields, int at, out double? value)
    {
        value = null;
        if (fields.Length <= at || fields[at].Length == 0) return true;
        if (!double.TryParse(fields[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var read) || read is not (>= 0 and <= OldestAge)) return false;
        value = read;
        return true;
    }
}
