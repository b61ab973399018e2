namespace FamilyReunite.Clues.Places;

/// <summary>A question made ready: the text in plain characters and the larger places that it may name, joined.</summary>
/// <param name="Within">Digits that the answer begins with; may be empty.</param>
/// <param name="Also">Other hearings of the text, each as long as it.</param>
/// <param name="Added">Names beside the built-in list.</param>
/// <param name="Near">Where the place that should lie close by is; null when none is known.</param>
internal sealed record HeardText(string Text, string Within, List<Mention> Mentions, (double Longitude, double Latitude)? Near, IReadOnlyList<string> Also, IReadOnlyList<AddedName> Added)
{
    /// <summary>Kilometres at which closeness has lost two thirds of its weight.</summary>
    private const double NearKm = 120;

    private const double NearWeight = 3;

    /// <summary>Log-odds added for lying close to the other place.</summary>
    public double Closeness(Place place) => Near is { } near && place.Centre is { } c ? NearWeight * Math.Exp(-Distance.Km(c, near) / NearKm) : 0;

    /// <summary>True for a place inside the scope or around it.</summary>
    public bool Fits(Place place) => place.Code.Digits.StartsWith(Within, StringComparison.Ordinal) || Within.StartsWith(place.Code.Digits, StringComparison.Ordinal);
}
