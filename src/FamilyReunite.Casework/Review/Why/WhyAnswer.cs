namespace FamilyReunite.Casework.Review.Why;

/// <summary>Why a report stands in a person's list, or does not.</summary>
public enum WhyVerdict
{
    /// <summary>It stands in the list; see <see cref="WhyAnswer.Place"/>.</summary>
    Listed,

    /// <summary>Somebody decided that they are two people; see <see cref="WhyAnswer.DecidedAt"/>.</summary>
    Rejected,

    Confirmed,

    /// <summary>The person is not searched for: a draft, closed, matched, or does not want to be found.</summary>
    PersonNotOpen,

    /// <summary>The report is not compared: a draft, closed, or matched.</summary>
    ReportNotOpen,

    OtherSex,

    /// <summary>The years of birth that both allow do not meet.</summary>
    OtherAge,

    /// <summary>More than the number that is compared share more clues with the person; see <see cref="WhyAnswer.Rank"/>.</summary>
    NotRetrieved,

    /// <summary>Compared, but too unlikely to be kept.</summary>
    TooUnlikely,

    /// <summary>Likely enough, but the list is full of likelier ones.</summary>
    Crowded,

    /// <summary>Both changed since the last comparison; the next one will list it.</summary>
    NotYetCompared,
}

/// <param name="Place">From 1, in the person's list; null when it is not listed.</param>
/// <param name="Rank">From 1, among the reports that share clues with the person; null when it is not among the first <see cref="PairInquiry.Looked"/>.</param>
/// <param name="Compared">Reports that a person is compared with.</param>
/// <param name="Shared">Families of clues that both hold alike ("n", "h": <see cref="ReviewWords.Clue"/>).</param>
/// <param name="Apart">Families of clues of the person of which the report shares nothing.</param>
/// <param name="Probability">Calibrated, as compared now; null where the pair is not compared.</param>
/// <param name="Evidence">The bars as compared now; null where the pair is not compared.</param>
public sealed record WhyAnswer(
    Guid PersonId, Guid ReportId, WhyVerdict Verdict, int? Place, DateTimeOffset? DecidedAt, int? Rank, int Compared,
    IReadOnlyList<string> Shared, IReadOnlyList<string> Apart, double? Probability, EvidenceTable? Evidence);
