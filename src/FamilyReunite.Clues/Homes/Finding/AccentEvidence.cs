using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>What somebody thought of the accent or language: a region, a dialect, a people, a county whose speech it is like.</summary>
internal sealed partial class AccentEvidence(IPlaceResolver places) : IHomeEvidence
{
    /// <summary>Distance over which an accent is taken for that of the area named; and how much of the belief such neighbours get. Estimated: colleagues place an accent about a prefecture off.</summary>
    private const double NearKm = 100, Near = 0.5;

    /// <summary>Likelihood where people speak the same dialect as most of the area named do, elsewhere. Estimated.</summary>
    private const double SameSpeech = 0.3;

    /// <summary>Peoples whose name before 话 is another word (白话, 土话, 京话).</summary>
    private static readonly string[] AlsoOtherSpeech = ["白", "土", "京", "水", "回", "满", "怒"];

    /// <summary>How much more a narrow area counts than a wide one beside it: by its share to this power.</summary>
    private const double Narrow = -0.35;

    [GeneratedRegex("[,。;:、/()?]|或者?|及|和|与|跟|->|→|交界|一带|附近|那边|地区的|口音|方言|土话|话|腔调?|语", RegexOptions.CultureInvariant)]
    private static partial Regex Cuts();

    [GeneratedRegex("^(?:[^,]*(?:带有?|操着?|讲|说|听|像|似|疑似|疑为|可能|应该|大概|估计|判为|认为|以为|判断|属|一口|浓重的?|典型的?)(?:是|为|着|的)?)(?=.{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex("不像|并非|不是|排除", RegexOptions.CultureInvariant)]
    private static partial Regex Denied();

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Accent))
        {
            var parts = Parts(s.Words);
            if (parts.Count == 0) continue;
            var likelihood = Belief.Empty();
            foreach (var (_, weight, near) in parts)
                for (var i = 0; i < likelihood.Length; i++) likelihood[i] += weight * near[i];
            if (Denied().IsMatch(s.Words))
            {
                var most = likelihood.Max();
                for (var i = 0; i < likelihood.Length; i++) likelihood[i] = most - 0.8 * likelihood[i];
            }
            var names = string.Join('、', parts.Select(p => p.Words).Distinct());
            yield return new HomeClue(HomeClueKind.Accent, s.Words, new HomeReason($"口音判断“{s.Words}”：{names}", $"Accent judged “{s.Words}”: {names}"), Belief.FromLikelihood(likelihood, s.Trust));
        }
    }

    private List<(string Words, double Weight, double[] Near)> Parts(string words)
    {
        var areas = AccentAreas.In(words).Select(a => (a.Words, a.Counties)).ToList();
        foreach (var piece in Cuts().Split(words))
        {
            var name = Lead().Replace(piece, "").Trim();
            var side = name.Length > 3 && name[^1] == '部' ? Direction.At(name, name.Length - 2) : null;
            if (side is not null) name = name[..^2];
            if (name.Length is < 2 or > 12 || areas.Exists(a => name == a.Words) || places.Resolve(new PlaceQuery(name, Top: 1)) is not [{ Score: > 0.6 } place] || place.Code.Level < DivisionLevel.Prefecture) continue;
            var counties = CountySet.Within(place.Code);
            areas.Add((name, side is null || counties.Count < 2 ? counties : side.Of(counties)));
        }
        areas.RemoveAll(a => a.Counties.Count == 0 || areas.Exists(b => Refines(b.Counties, a.Counties)));
        var parts = areas.Select(a => (a.Words, Math.Pow(a.Counties.Sum(i => Belief.Shares[i]), Narrow), Kernel(a.Counties))).ToList();
        foreach (var people in RegionTable.Of("people"))
            if (people.Words.Any(w => words.Contains(w[..^(w.EndsWith('族') ? 1 : 0)] + "语", StringComparison.Ordinal) || !AlsoOtherSpeech.Contains(w.TrimEnd('族')) && words.Contains(w.TrimEnd('族') + "话", StringComparison.Ordinal) || words.Contains(people.Topic, StringComparison.Ordinal)))
                parts.Add((people.Topic, 1, [.. people.Likelihood]));
        return parts;
    }

    /// <summary>True when a narrower area lies in a wider one: the wider was only the way to it.</summary>
    private static bool Refines(IReadOnlyList<int> narrow, IReadOnlyList<int> wide) => narrow.Count < wide.Count && narrow.Count > 0 && narrow.Count(wide.Contains) > 0.6 * narrow.Count;

    private static double[] Kernel(IReadOnlyList<int> counties)
    {
        var kernel = Nearness.To(counties, NearKm);
        var speech = counties.GroupBy(i => CountySet.All[i].Area).Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => g.Sum(i => Belief.Shares[i]), StringComparer.Ordinal);
        var most = speech.Count > 0 ? speech.Values.Max() : 1;
        for (var i = 0; i < kernel.Length; i++)
            if (kernel[i] < 1) kernel[i] = Math.Max(Near * kernel[i], SameSpeech * speech.GetValueOrDefault(CountySet.All[i].Area) / most);
        return kernel;
    }
}
