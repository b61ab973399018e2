using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Homes;

/// <summary>Reads a division as people type it: a code, or a name from the province down.</summary>
public sealed class Divisions(IPlaceResolver places)
{
    /// <summary>Share of the belief that the best reading needs to be taken.</summary>
    private const double Sure = 0.5;

    /// <summary>Null when it is not known or may be several.</summary>
    public DivisionCode? Find(string? typed, DivisionLevel deepest = DivisionLevel.County)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DivisionCode.TryParse(typed, out var code)) return places.NameOf(code) is null ? null : code;
        return places.Resolve(new PlaceQuery(typed, Top: 1, Deepest: deepest)) is [{ Score: >= Sure } best] ? best.Code : null;
    }
}
