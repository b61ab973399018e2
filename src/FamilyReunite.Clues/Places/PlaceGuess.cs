using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>One place that a heard or written string may mean.</summary>
/// <param name="Score">0 to 1, higher is likelier; only comparable within one answer.</param>
/// <param name="Reasons">Short Chinese phrases that say why ("声母 g/k 相近", "襄樊市 今 襄阳市").</param>
public sealed record PlaceGuess(DivisionCode Code, string Province, string? Prefecture, string? County, string? Town, string? Village, double Score, IReadOnlyList<string> Reasons);

/// <param name="Heard">A name or a whole address as heard or written.</param>
/// <param name="Within">Division code digits or a name that the answer must lie in.</param>
/// <param name="Near">Another place as heard that should lie close by.</param>
/// <param name="Deepest">Level down to which places are sought; below the county a question takes some milliseconds rather than a tenth of one, and the first one loads the villages (about a second).</param>
/// <param name="Also">The same words heard another time, of the same length ("主猫鸭", "祖玛雅"); other lengths are passed over.</param>
public sealed record PlaceQuery(string Heard, string? Within = null, string? Near = null, int Top = 10, DivisionLevel Deepest = DivisionLevel.County, IReadOnlyList<string>? Also = null);

public interface IPlaceResolver
{
    /// <summary>Best first; empty when nothing fits. Never throws on any input text.</summary>
    IReadOnlyList<PlaceGuess> Resolve(PlaceQuery query);

    /// <summary>How the belief in all that a text may name is shared among counties; <see cref="PlaceQuery.Top"/> counts for nothing. Never throws on any input text.</summary>
    CountyShares Counties(PlaceQuery query) => CountyShares.Of(Resolve(query));

    /// <summary>"四川省 南充市 仪陇县" for a code of today; null when unknown.</summary>
    string? NameOf(DivisionCode code);

    /// <summary>Longitude and latitude of a county's or prefecture's middle; null when unknown.</summary>
    (double Longitude, double Latitude)? CentreOf(DivisionCode code);

    /// <summary>Dialect area of a county, or of the larger place that the code names, as the sound tables spell it ("西南官話－川黔片"); empty when unknown.</summary>
    string DialectAreaOf(DivisionCode code) => "";
}
