using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>How belief in what a heard text names is shared among counties, every town and village of the nation counted.</summary>
/// <param name="None">Share of "no known place is named"; with <see cref="Counties"/> it sums to 1.</param>
/// <param name="Counties">Counties with a share worth telling, largest first.</param>
public sealed record CountyShares(double None, IReadOnlyList<CountyShare> Counties)
{
    /// <summary>Nothing is named.</summary>
    public static CountyShares Nothing { get; } = new(1, []);

    /// <summary>The shares of an answer that was cut at its best places; what it names below the county counts for the county.</summary>
    public static CountyShares Of(IReadOnlyList<PlaceGuess> guesses)
    {
        var counties = guesses.GroupBy(g => g.Code.At(DivisionLevel.County)).Select(g => new CountyShare(g.Key, g.Sum(x => x.Score), 0, () => g.MaxBy(x => x.Score)!)).OrderByDescending(c => c.Share);
        return new CountyShares(Math.Max(0, 1 - guesses.Sum(g => g.Score)), [.. counties]);
    }
}

/// <summary>One county's share.</summary>
/// <param name="code">The county; the prefecture where no county stands between it and its towns (东莞).</param>
/// <param name="share">0 to 1.</param>
/// <param name="prior">Share that the county would have if nothing were known but the scope: its part of the scope's villages; 0 when unknown.</param>
/// <param name="write">Writes the best place of the county when it is asked for.</param>
public sealed class CountyShare(DivisionCode code, double share, double prior, Func<PlaceGuess> write)
{
    private readonly Lazy<PlaceGuess> _best = new(write);

    public DivisionCode Code => code;

    public double Share => share;

    public double Prior => prior;

    /// <summary>The county itself, or the town or village in it, that the text names most likely, with its own share and reasons; a larger place when only that was named.</summary>
    public PlaceGuess Best => _best.Value;
}
