using System.Text.Json;

namespace FamilyReunite.Clues.Homes.Exchange;

/// <summary>What is written about one case for other programs.</summary>
/// <param name="Id">As it was given, whatever it is; null when none was.</param>
/// <param name="Declined">Nothing tells where home is; <paramref name="Homes"/> are then provinces by the place of finding alone.</param>
/// <param name="Homes">The likeliest, best first.</param>
/// <param name="Regions">The likeliest dialect areas, best first.</param>
public sealed record HomeResult(JsonElement? Id, bool Declined, IReadOnlyList<HomeResult.Home> Homes, IReadOnlyList<HomeResult.Region> Regions)
{
    /// <summary>Homes that an answer lists unless told otherwise.</summary>
    public const int UsualTop = 20;

    private const int MostRegions = 10;

    /// <param name="Probability">0 to 1, of the division that <paramref name="Code"/> names; of a prefecture without those of its counties that stand in the same list.</param>
    public sealed record Home(string Code, string Province, string? Prefecture, string? County, string? Town, string? Village, double Probability, IReadOnlyList<string> Reasons);

    /// <param name="Area">Group and part of the Language Atlas ("西南官话－川黔片").</param>
    public sealed record Region(string Area, double Probability);

    /// <param name="language">Of the reasons: "zh-CN" or "en".</param>
    public static HomeResult Of(HomeDistribution found, JsonElement? id = null, int top = UsualTop, string language = "zh-CN") => new(id, found.Declined,
        [.. found.Best(top).Select(h => new Home(h.Code.Digits, h.Province, h.Prefecture, h.County, h.Town, h.Village, Round(h.Probability), [.. h.Reasons.Select(r => r.In(language))]))],
        [.. found.By(c => c.Area).Where(r => r.Name.Length > 0).Take(MostRegions).Select(r => new Region(Writing.PlainText.Of(r.Name), Round(r.Probability)))]);

    private static double Round(double p) => Math.Round(p, 6);
}
