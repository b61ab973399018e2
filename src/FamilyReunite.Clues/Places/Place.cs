using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>A division of today; a deeper gazetteer adds places with longer codes.</summary>
/// <param name="Bare">The name without its level word ("南充" of 南充市).</param>
/// <param name="Area">Dialect area as the confusion table spells it; empty when unknown.</param>
internal sealed record Place(DivisionCode Code, string Name, string Bare, (double Longitude, double Latitude)? Centre, string Area);

/// <summary>One name of one or more places, today's or former.</summary>
/// <param name="Text">The part that carries the name, without level word.</param>
/// <param name="Suffix">The level word behind it; empty when the name is too short to go without.</param>
/// <param name="Codes">Codes it was ever borne under, today's included.</param>
/// <param name="Years">First and last year for a former name; null for a name of today.</param>
internal sealed record PlaceName(string Text, string Suffix, DivisionLevel Level, Place[] Targets, string[] Codes, (int First, int Last)? Years)
{
    public string Full => Text + Suffix;

    /// <summary>True when <paramref name="inner"/> lies or once lay inside a place of this name.</summary>
    public bool Contains(PlaceName inner)
    {
        foreach (var outer in Codes)
            foreach (var code in inner.Codes)
                if ((code.Length > outer.Length || Level < inner.Level) && code.StartsWith(outer, StringComparison.Ordinal)) return true;
        return false;
    }
}
