using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Exchange;

namespace FamilyReunite.Clues.Homes.Evaluation;

/// <summary>Level of a division that a figure is about.</summary>
public enum HomeLevel { Province, Prefecture, County }

/// <summary>A case whose home is known.</summary>
/// <param name="Strength">How much the clues give: strong, medium, weak.</param>
/// <param name="Stated">Deepest level that the person gave away truly: none, province, prefecture, county, town, village.</param>
/// <param name="Set">Which part of a file the case belongs to; empty when it has no parts.</param>
public sealed partial record TrueHome(string Id, HomeCase Known, string Province, string Prefecture, string County, string Strength, string Stated, string Set)
{
    private static readonly string[] Levels = ["none", "province", "prefecture", "county", "town", "village"];
    private static readonly string[] Municipalities = ["北京市", "天津市", "上海市", "重庆市"];

    [GeneratedRegex("(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[一-龥]{2,4}族[一-龥]{0,6}自治[州县]|自治[州县]|地区|省|市|县|区|州|盟|旗)$", RegexOptions.CultureInvariant)]
    private static partial Regex LevelWord();

    /// <summary>Null when the object names no id or no true province.</summary>
    public static TrueHome? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        var (id, province) = (HomeCaseJson.Words(json, "id"), HomeCaseJson.Words(json, "true_province"));
        return id.Length == 0 || province.Length == 0 ? null
            : new TrueHome(id, HomeCaseJson.Read(json), province, HomeCaseJson.Words(json, "true_prefecture"), HomeCaseJson.Words(json, "true_county"), HomeCaseJson.Words(json, "clue_strength"), HomeCaseJson.Words(json, "stated_level"), HomeCaseJson.Words(json, "set"));
    }

    /// <summary>False where the truth is not known that deep.</summary>
    public bool Knows(HomeLevel level) => level != HomeLevel.County || County.Length > 0;

    /// <summary>True when the person gave this level away.</summary>
    public bool Gave(HomeLevel level) => Array.IndexOf(Levels, Stated) > (int)level;

    /// <summary>Place of the true home among the different divisions of that level in a list, from 1; 0 when it is not there.</summary>
    public int Rank(IReadOnlyList<HomeGuess> homes, HomeLevel level)
    {
        var seen = new HashSet<(string, string, string)>();
        foreach (var h in homes)
        {
            var municipal = Municipalities.Contains(h.Province);
            if (level == HomeLevel.Prefecture && h.Prefecture is null && !municipal || level == HomeLevel.County && h.County is null) continue;
            seen.Add((h.Province, level == HomeLevel.Province ? "" : h.Prefecture ?? "", level == HomeLevel.County ? h.County! : ""));
            if (Is(h, level)) return seen.Count;
        }
        return 0;
    }

    /// <summary>True when the guess is the true division; municipalities are province and prefecture in one.</summary>
    public bool Is(HomeGuess h, HomeLevel level) => level switch
    {
        HomeLevel.Province => Same(h.Province, Province),
        HomeLevel.Prefecture when Municipalities.Contains(Province) => Same(h.Province, Province),
        HomeLevel.Prefecture => Same(Municipalities.Contains(h.Province) ? h.Province : h.Prefecture, Prefecture),
        _ => Same(h.County, County) && Same(h.Province, Province),
    };

    private static bool Same(string? a, string b)
    {
        if (string.IsNullOrEmpty(a) || b.Length == 0) return false;
        var (x, y) = (Bare(a), Bare(b));
        return a == b || x == y || x.Length > 1 && b.Contains(x, StringComparison.Ordinal) || y.Length > 1 && a.Contains(y, StringComparison.Ordinal);
    }

    private static string Bare(string name) => LevelWord().Replace(name, "") is { Length: > 0 } bare ? bare : name;
}
