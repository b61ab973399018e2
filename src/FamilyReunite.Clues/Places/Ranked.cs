namespace FamilyReunite.Clues.Places;

/// <summary>A place with its weight against "no place is named here" (1), and how to write the guess once its share is known.</summary>
internal sealed record Ranked(string Digits, double Weight, Func<double, PlaceGuess> Write)
{
    /// <summary>The weight of log-odds, kept finite.</summary>
    public static double WeightOf(double odds) => Math.Exp(Math.Min(odds, 500));

    /// <summary>Best first; shares of all that were weighed and of none.</summary>
    public static List<PlaceGuess> Best(IReadOnlyCollection<Ranked> all, int top)
    {
        var sum = 1 + all.Sum(r => r.Weight);
        return [.. all.OrderByDescending(r => r.Weight).ThenBy(r => r.Digits, StringComparer.Ordinal).Take(top).Select(r => r.Write(r.Weight / sum))];
    }
}
