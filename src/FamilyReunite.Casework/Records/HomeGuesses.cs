using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <param name="Name">In words, from the province down.</param>
/// <param name="Share">0 to 1 of the belief in what was said; the shares of all guesses sum to at most 1.</param>
/// <param name="AsHeard">The statements that point there, verbatim.</param>
/// <param name="Reasons">Why the sound or the name leads there.</param>
public sealed record SaidHome(DivisionCode Code, string Name, double Share, IReadOnlyList<string> AsHeard, IReadOnlyList<string> Reasons);

/// <summary>The counties that a record's words point at, likeliest first.</summary>
/// <param name="reader">Without one there are no guesses.</param>
public sealed class HomeGuesses(IClueReader? reader = null, IPlaceResolver? places = null)
{
    public const int Shown = 10;

    public IReadOnlyList<SaidHome> Of(CaseRecord record)
    {
        if (reader is null) return [];
        var clues = reader.Read(record).Homes;
        var statements = Math.Max(1, clues.Select(c => c.AsHeard).Distinct().Count());
        return [.. clues.GroupBy(c => c.Code.At(DivisionLevel.County))
            .Select(g => (Code: g.Key, Share: g.Sum(c => c.Share) / statements, Heard: g.Select(c => c.AsHeard).Distinct().ToList()))
            .OrderByDescending(g => g.Share).ThenBy(g => g.Code.Digits, StringComparer.Ordinal).Take(Shown)
            .Select(g => new SaidHome(g.Code, places?.NameOf(g.Code) ?? g.Code.Digits, g.Share, g.Heard, ReasonsFor(g.Code, g.Heard)))];
    }

    private List<string> ReasonsFor(DivisionCode code, List<string> heard) => places is null ? []
        : [.. heard.SelectMany(h => places.Resolve(new PlaceQuery(h))).Where(p => code.Contains(p.Code)).SelectMany(p => p.Reasons).Distinct().Take(4)];
}
