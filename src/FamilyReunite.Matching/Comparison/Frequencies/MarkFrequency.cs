using System.Globalization;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>How common a kind of mark is and how often it sits at a place of the body, from the parameter table.</summary>
internal static class MarkFrequency
{
    private const double Rare = 0.01;
    private const double RarePart = 0.05;

    private static readonly Dictionary<MarkKind, double> Kinds = SimulationParameters.For(SimulationProfile.Training).Group("mark")
        .ToDictionary(r => Enum.Parse<MarkKind>(r.Key), r => double.Parse(r.Value, CultureInfo.InvariantCulture));

    private static readonly Dictionary<(MarkKind, BodyPart), double> Parts = SimulationParameters.For(SimulationProfile.Training).Group("mark-part").SelectMany(Read)
        .ToDictionary(x => x.Key, x => x.Share);

    public static double OfKind(MarkKind kind) => Kinds.GetValueOrDefault(kind, Rare);

    /// <summary>Share of this kind's marks that sit there.</summary>
    public static double OfPart(MarkKind kind, BodyPart part) => Parts.GetValueOrDefault((kind, part), RarePart);

    private static IEnumerable<((MarkKind, BodyPart) Key, double Share)> Read((string Key, string Value) row)
    {
        var words = row.Value.Split(' ').Select(w => w.Split(':')).Select(w => (Part: Enum.Parse<BodyPart>(w[0]), Weight: w.Length > 1 ? double.Parse(w[1], CultureInfo.InvariantCulture) : 1)).ToList();
        return words.Select(w => ((Enum.Parse<MarkKind>(row.Key), w.Part), w.Weight / words.Sum(x => x.Weight)));
    }
}
