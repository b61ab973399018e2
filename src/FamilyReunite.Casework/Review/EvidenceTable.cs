using System.Globalization;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Review;

/// <summary>The bars of a pair in tenths of log-odds, rounded so that what is read adds up: base rate + bars = score to the last shown digit.</summary>
/// <param name="Prior">Base rate, in tenths.</param>
/// <param name="Score">In tenths.</param>
/// <param name="Bars">Strongest first; what could not be compared is not a bar.</param>
/// <param name="NotCompared">Features about which one side says nothing.</param>
public sealed record EvidenceTable(int Prior, int Score, IReadOnlyList<EvidenceBar> Bars, IReadOnlyList<string> NotCompared)
{
    /// <param name="evidenceJson">As stored with the match.</param>
    public static EvidenceTable Read(string evidenceJson, double prior, double score)
    {
        var all = EvidenceJson.Read(evidenceJson);
        var silent = all.Where(IsSilent);
        var heard = all.Where(e => !IsSilent(e)).OrderByDescending(e => Math.Abs(e.Weight)).ToList();
        var total = Tenths(score);
        var shown = RoundTo([prior, .. heard.Select(e => e.Weight)], total);
        return new EvidenceTable(shown[0], total, [.. heard.Select((e, i) => new EvidenceBar(e.Feature, e.Level, shown[i + 1], e.Zh, e.En))], [.. silent.Select(e => e.Feature)]);
    }

    /// <summary>"＋3.1", "−0.6", "0.0": always with its sign, so that colour is not needed.</summary>
    public static string Signed(int tenths) => (tenths < 0 ? "−" : tenths > 0 ? "＋" : "") + (Math.Abs(tenths) / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    private static bool IsSilent(Evidence e) => e.Level == AgreementLevel.NothingToCompare && e.Weight == 0;

    private static int Tenths(double value) => (int)Math.Round(value * 10, MidpointRounding.AwayFromZero);

    // what rounding leaves over goes to the values that it changed most
    private static int[] RoundTo(double[] values, int total)
    {
        var shown = Array.ConvertAll(values, Tenths);
        var rest = total - shown.Sum();
        var step = Math.Sign(rest);
        foreach (var i in Enumerable.Range(0, values.Length).OrderByDescending(i => step * (values[i] * 10 - shown[i])).Take(Math.Abs(rest))) shown[i] += step;
        return shown;
    }
}

/// <param name="Tenths">Tenths of log-odds; positive speaks for the same person.</param>
public sealed record EvidenceBar(string Feature, AgreementLevel Level, int Tenths, string Zh, string En)
{
    /// <summary>Tenths beyond which a bar is cut and ends in an arrow.</summary>
    public const int Limit = 80;

    public bool IsCut => Math.Abs(Tenths) > Limit;

    public string Sentence(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Zh : En;
}
