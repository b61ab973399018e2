using System.Globalization;
using System.Text.Json;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Review;

/// <summary>The bars of a pair: base rate + bars = score, to the last shown digit.</summary>
/// <param name="Bars">Strongest first; what could not be compared is not a bar.</param>
/// <param name="NotCompared">Features about which one side says nothing.</param>
public sealed record EvidenceTable(double Prior, double Score, IReadOnlyList<EvidenceBar> Bars, IReadOnlyList<string> NotCompared)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <param name="evidenceJson">As stored with the match: an array of feature, level, weight, zh, en.</param>
    public static EvidenceTable Read(string evidenceJson, double prior, double score)
    {
        var all = JsonSerializer.Deserialize<List<Evidence>>(evidenceJson, Json) ?? [];
        var bars = all.Where(e => e.Level != AgreementLevel.NothingToCompare || e.Weight != 0)
            .OrderByDescending(e => Math.Abs(e.Weight))
            .Select(e => new EvidenceBar(e.Feature, e.Level, e.Weight, e.Zh, e.En)).ToList();
        return new EvidenceTable(prior, score, bars, [.. all.Where(e => e.Level == AgreementLevel.NothingToCompare && e.Weight == 0).Select(e => e.Feature)]);
    }

    /// <summary>"＋3.1", "−0.6", "0.0": always with its sign, so that colour is not needed.</summary>
    public static string Signed(double weight)
    {
        var digits = Math.Abs(weight).ToString("0.0", CultureInfo.InvariantCulture);
        return digits == "0.0" ? digits : (weight < 0 ? "−" : "＋") + digits;
    }
}

/// <param name="Weight">Log-odds; positive speaks for the same person.</param>
public sealed record EvidenceBar(string Feature, AgreementLevel Level, double Weight, string Zh, string En)
{
    /// <summary>Log-odds beyond which a bar is cut and ends in an arrow.</summary>
    public const double Limit = 8;

    public bool IsCut => Math.Abs(Weight) > Limit;

    public string Sentence(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Zh : En;
}
