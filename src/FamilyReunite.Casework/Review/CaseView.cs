using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Review;

/// <summary>One pair as a reviewer sees it.</summary>
/// <param name="ReadAt">When it was read; what is younger, the reviewer has not seen.</param>
/// <param name="Topics">The facts of both sides, alike beside alike; a topic about which neither says anything is left out.</param>
/// <param name="History">Steps on this pair and on the visible other pairs of both records, newest first.</param>
/// <param name="ConfirmedElsewhere">One side is confirmed in another pair.</param>
/// <param name="MaySecond">Names of the organisations of which one has to agree next.</param>
/// <param name="Turn">What a confirmation by this caller would be.</param>
public sealed record CaseView(
    Guid Id, long Version, MatchState State, double Probability, double? EarlierProbability, DateTimeOffset EvidenceChangedAt, DateTimeOffset ReadAt,
    CaseSide Person, CaseSide Report, IReadOnlyList<FactTopicRow> Topics, EvidenceTable Evidence,
    IReadOnlyList<HistoryLine> History, bool ConfirmedElsewhere, IReadOnlyList<string> MaySecond, ConfirmTurn Turn)
{
    public ProbabilityBand Band => ProbabilityBands.Of(Probability);
}

/// <summary>First: nobody has confirmed yet. Second: another organisation waits for this caller. Waiting: the caller, or the caller's organisation, has confirmed and somebody else must. None: there is nothing to confirm.</summary>
public enum ConfirmTurn { None, First, Second, Waiting }

/// <param name="IsOwn">The caller may open the record itself.</param>
/// <param name="MayBeMinor">Photos stay covered until somebody opens them.</param>
/// <param name="Photos">Ids of photo attachments, oldest first.</param>
public sealed record CaseSide(RecordLine Line, string Organisation, string? OrganisationTelephone, bool IsOwn, bool MayBeMinor, IReadOnlyList<Guid> Photos);

/// <summary>What facts are about, coarse enough that a station's and a family's words for the same thing stand side by side.</summary>
public enum FactTopic { Name, Age, Body, Marks, Home, Speech, Family, Whereabouts, Clothes, Health, Story, Papers }

public sealed record FactTopicRow(FactTopic Topic, IReadOnlyList<Fact> Person, IReadOnlyList<Fact> Report);

/// <summary>One step of a review in a history.</summary>
/// <param name="OnThisPair">False: a step on another pair of the person or the report.</param>
/// <param name="TextHidden">The first confirmation's words stay hidden until the second person has written their own.</param>
public sealed record HistoryLine(Guid MatchId, bool OnThisPair, DateTimeOffset At, string By, string Organisation, DecisionAction Action, RejectionReason? Reason, string? Text, bool TextHidden);
