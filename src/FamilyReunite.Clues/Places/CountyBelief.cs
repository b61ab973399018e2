using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>Sums by county what each place weighs; a larger place that was named is shared among its counties by their number of villages.</summary>
internal sealed class CountyBelief(VillageTable villages, PlaceTable places, string within)
{
    /// <summary>A share below this is not told.</summary>
    private const double LeastShare = 1e-6;

    private readonly double[] _weights = new double[villages.Counties.Length];
    private readonly Ranked?[] _best = new Ranked?[villages.Counties.Length];
    private readonly List<Ranked> _elsewhere = [];
    private readonly string _scope = within.Length > 6 ? within[..6] : within;

    /// <summary>A county or larger place.</summary>
    public void Add(Ranked named)
    {
        var digits = named.Digits;
        if (villages.Count(digits) == 0) _elsewhere.Add(named);
        for (var c = villages.From(digits); c < villages.Counties.Length && villages.Counties[c].Code.StartsWith(digits, StringComparison.Ordinal); c++)
            Add(c, named.Weight * villages.Count(villages.Counties[c].Code) / (double)villages.Count(digits), named);
    }

    /// <param name="best">A place in or around the county.</param>
    public void Add(int county, double weight, Ranked best)
    {
        if (!villages.Counties[county].Code.StartsWith(_scope, StringComparison.Ordinal)) return;
        _weights[county] += weight;
        if (_best[county] is not { } known || best.Weight > known.Weight) _best[county] = best;
    }

    public CountyShares Shares()
    {
        var sum = 1.0;
        foreach (var w in _weights) sum += w;
        foreach (var named in _elsewhere) sum += named.Weight;
        var shares = new List<CountyShare>();
        double told = 0, scope = Math.Max(1, villages.Count(_scope));
        for (var c = 0; c < _weights.Length; c++)
        {
            if (_best[c] is not { } best || _weights[c] / sum < LeastShare || !DivisionCode.TryParse(villages.Counties[c].Code, out var code)) continue;
            told += _weights[c];
            shares.Add(new CountyShare(places.Today(code)?.Code ?? code, _weights[c] / sum, villages.Count(villages.Counties[c].Code) / scope, () => best.Write(best.Weight / sum)));
        }
        foreach (var named in _elsewhere)
        {
            if (!DivisionCode.TryParse(named.Digits, out var code)) continue;
            told += named.Weight;
            shares.Add(new CountyShare(code, named.Weight / sum, 0, () => named.Write(named.Weight / sum)));
        }
        return new CountyShares((sum - told) / sum, [.. shares.OrderByDescending(s => s.Share).ThenBy(s => s.Code.Digits, StringComparer.Ordinal)]);
    }
}
