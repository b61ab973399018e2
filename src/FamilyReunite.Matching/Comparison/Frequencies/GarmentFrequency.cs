using System.Globalization;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>How common a colour and a kind of garment are, from the parameter table: agreeing on black trousers says less than on a pink dress.</summary>
internal static class GarmentFrequency
{
    /// <summary>Share of a colour and of a thing that the tables do not list; about what stands in their last rows.</summary>
    private const double RareColour = 0.04;
    private const double RareThing = 0.06;

    private static readonly Dictionary<string, double> Colours = Shares("colour", w => new PreparedGarment(w + " 衣").Colour);
    private static readonly Dictionary<string, double> Things = Shares("upper", w => w).Concat(Shares("lower", w => w)).Concat(Shares("shoes", w => w)).Concat(Shares("hat", w => w))
        .GroupBy(x => x.Key, x => x.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(), StringComparer.Ordinal);

    public static double OfColour(string colour) => Colours.GetValueOrDefault(colour, RareColour);

    /// <summary>Among garments worn at the same place of the body in the same season.</summary>
    public static double OfThing(string thing) => Things.GetValueOrDefault(thing, RareThing);

    private static Dictionary<string, double> Shares(string group, Func<string, string> key)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (_, value) in SimulationParameters.For(SimulationProfile.Training).Group(group))
        {
            var rows = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split(':')).Select(w => (Key: key(w[0]), Weight: w.Length > 1 ? double.Parse(w[1], CultureInfo.InvariantCulture) : 1)).ToList();
            var all = rows.Sum(r => r.Weight);
            foreach (var same in rows.GroupBy(r => r.Key, StringComparer.Ordinal)) shares[same.Key] = Math.Max(shares.GetValueOrDefault(same.Key), same.Sum(r => r.Weight) / all);
        }
        return shares;
    }
}
