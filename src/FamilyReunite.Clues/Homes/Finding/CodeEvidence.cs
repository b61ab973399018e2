using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Telephone codes, plates, postal codes and identity numbers that stand for an area.</summary>
internal sealed class CodeEvidence : IHomeEvidence
{
    private const double NearKm = 60;

    public IEnumerable<HomeClue> Read(HomeStatements said)
    {
        foreach (var s in said.Of(StatementKind.Code))
        {
            var (kind, code) = (s.Words[..s.Words.IndexOf(' ', StringComparison.Ordinal)], s.Words[(s.Words.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var (likelihood, area) = kind == "id" ? OfIdentity(code) : OfTable(kind, code);
            if (likelihood is null) continue;
            var (zh, en) = kind switch { "phone" => ("电话区号", "Telephone code"), "plate" => ("车牌", "Plate"), "postal" => ("邮编", "Postal code"), _ => ("证件号开头", "Beginning of an identity number") };
            yield return new HomeClue(HomeClueKind.WrittenPlace, code, new HomeReason($"{zh} {code}：{area}", $"{en} {code}: {area}"), Belief.FromLikelihood(likelihood, s.Trust));
        }
    }

    /// <summary>The first six digits name the county of first registration, four the prefecture.</summary>
    private static (double[]? Likelihood, string Area) OfIdentity(string digits)
    {
        if (!DivisionCode.TryParse(digits.Length == 5 ? digits[..4] : digits, out var code)) return (null, "");
        var inside = CountySet.Within(code);
        if (inside.Count == 0 && DivisionCode.TryParse(digits[..4], out code)) inside = CountySet.Within(code);
        return inside.Count == 0 ? (null, "") : (Nearness.To(inside, NearKm), inside.Count == 1 ? CountySet.All[inside[0]].Name : CountySet.All[inside[0]].Prefecture);
    }

    private static (double[]? Likelihood, string Area) OfTable(string kind, string code)
    {
        var hint = RegionTable.Of(kind).FirstOrDefault(h => h.Topic == code) ?? (kind == "postal" ? RegionTable.Of(kind).FirstOrDefault(h => h.Topic.StartsWith(code[..4], StringComparison.Ordinal)) : null);
        if (hint is null) return (null, "");
        var likelihood = hint.Likelihood;
        var most = likelihood.Max();
        return ([.. likelihood], string.Join('、', CountySet.All.Where((_, i) => likelihood[i] >= most).Select(c => c.Prefecture).Distinct().Take(3)));
    }
}
