using System.Globalization;
using System.Resources;
using FamilyReunite.Domain.Candidates;

namespace FamilyReunite.Casework.Review;

/// <summary>The words of a review, alike on every page, in an export and in the command line.</summary>
public static class ReviewWords
{
    private static readonly ResourceManager Words = new("FamilyReunite.Casework.Review.ReviewWords", typeof(ReviewWords).Assembly);

    /// <summary>"中等可能", "possible".</summary>
    public static string Of(ProbabilityBand band, CultureInfo culture) => Find($"band.{band}", culture);

    /// <summary>The range in words: "约 1/4–1/2".</summary>
    public static string Range(ProbabilityBand band, CultureInfo culture) => Find($"range.{band}", culture);

    public static string Of(MatchState state, CultureInfo culture) => Find($"state.{state}", culture);

    /// <summary>What somebody did, in the past tense.</summary>
    public static string Of(DecisionAction action, CultureInfo culture) => Find($"action.{action}", culture);

    public static string Of(RejectionReason reason, CultureInfo culture) => Find($"reason.{reason}", culture);

    /// <summary>Name of a comparison ("home" → "家乡"); a feature that is not known keeps its own name.</summary>
    public static string Feature(string feature, CultureInfo culture) => Words.GetString($"feature.{feature}", culture) ?? feature;

    /// <summary>Name of a family of clues by the letter that the index has for it ("h" → "家乡").</summary>
    public static string Clue(string family, CultureInfo culture) => Words.GetString($"clue.{family}", culture) ?? family;

    private static string Find(string key, CultureInfo culture) => Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"No word for {key}.");
}
