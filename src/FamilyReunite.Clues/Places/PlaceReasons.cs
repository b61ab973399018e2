using System.Globalization;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>Says in short Chinese phrases why a place was read.</summary>
internal static class PlaceReasons
{
    public static List<string> Of(Place place, Mention? mention, string text, (double, double)? near)
    {
        var reasons = new List<string>();
        for (var m = mention; m is not null; m = m.Before)
        {
            var heard = text.Substring(m.Start, Math.Min(m.Length, text.Length - m.Start));
            reasons.Insert(0, m.Exact ? $"字同“{heard}”" : $"音近：“{heard}”似“{m.Name.Full}”");
            if (m.Name.Years is { } y) reasons.Add(y.Last <= 1980 ? $"{m.Name.Full} 为旧称，今 {Today(m, place)}" : string.Create(CultureInfo.InvariantCulture, $"{m.Name.Full}（至{y.Last}年）今 {Today(m, place)}"));
            if (m.Before is { Name.Level: DivisionLevel.Province } then && !place.Code.Digits.StartsWith(then.Name.Targets[0].Code.Digits, StringComparison.Ordinal))
                foreach (var (province, first, last) in FormerParents.Of(place.Code.Digits))
                    if (province == then.Name.Targets[0].Code.Digits) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{place.Name} {first}至{last}年属{then.Name.Full}"));
            if (m.Before is { } outer && !outer.Name.Contains(m.Name)) reasons.Add($"与所说“{outer.Name.Full}”不在一地");
            var suffix = heard.Length > m.Name.Text.Length ? LevelWord.WithoutBody(heard[m.Name.Text.Length..]) : "";
            if (suffix.Length > 0 && m.Name.Suffix.Length > 0 && !m.Name.Suffix.EndsWith(suffix, StringComparison.Ordinal)) reasons.Add($"级别用字不同：听写“{suffix}”，实为“{m.Name.Suffix}”");
        }
        if (near is { } n && place.Centre is { } c) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"距所说另一地约{Distance.Km(c, n):0}公里"));
        return reasons;
    }

    private static string Today(Mention m, Place place) => m.Name.Targets.Contains(place) ? place.Name : string.Join('、', m.Name.Targets.Select(t => t.Name));
}
