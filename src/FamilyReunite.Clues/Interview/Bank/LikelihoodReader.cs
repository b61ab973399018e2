using System.Globalization;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>Reads where a likelihood comes from: <c>kind&gt;topic&gt;word*times + …</c> names hints (word and times may be left out), <c>0.05 41:0.9 @晉語:0.5</c> gives P elsewhere and by area.</summary>
internal static class LikelihoodReader
{
    public static Outcome<LikelihoodRule> Read(string text, string field) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '.') ? Areas(text, field) : Hints(text, field);

    private static Outcome<LikelihoodRule> Areas(string text, string field)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!TryShare(parts[0], out var elsewhere)) return new Problem("question.share-wrong", field, parts[0]);
        foreach (var part in parts[1..])
        {
            var cut = part.LastIndexOf(':');
            if (cut < 1 || !TryShare(part[(cut + 1)..], out _)) return new Problem("question.share-wrong", field, part);
            if (!Known(part[..cut])) return new Problem("question.area-unknown", field, part[..cut]);
        }
        return new LikelihoodRule(elsewhere, parts[1..]);
    }

    private static Outcome<LikelihoodRule> Hints(string text, string field)
    {
        var found = new List<(RegionHint, double)>();
        foreach (var term in text.Split('+', StringSplitOptions.TrimEntries))
        {
            var (name, times) = (term, 1.0);
            if (term.LastIndexOf('*') is var star and > 0)
            {
                name = term[..star];
                if (!double.TryParse(term[(star + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out times) || !(times is > 0 and <= 1000)) return new Problem("question.share-wrong", field, term);
            }
            var path = name.Split('>');
            var hints = path.Length < 2 ? [] : RegionTable.Of(path[0]).Where(h => h.Topic == path[1] && (path.Length < 3 || h.Words.Contains(path[2]))).ToList();
            if (hints.Count == 0) return new Problem("question.hint-unknown", field, term);
            found.AddRange(hints.Select(h => (h, times)));
        }
        return new LikelihoodRule(found);
    }

    private static bool Known(string area) =>
        area[0] == '@' ? CountySet.All.Any(c => c.Area.StartsWith(area[1..], StringComparison.Ordinal)) : DivisionCode.TryParse(area, out var code) && CountySet.Within(code).Count > 0;

    private static bool TryShare(string text, out double share) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out share) && share is >= 0 and <= 1;
}
