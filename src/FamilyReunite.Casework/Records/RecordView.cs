using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Records;

/// <summary>One record as a page shows it.</summary>
/// <param name="Record">With its facts and attachments; not tracked.</param>
/// <param name="Keeper">Name of the organisation that keeps it.</param>
/// <param name="IsOwn">The caller's organisation keeps it and may write it.</param>
/// <param name="Groups">Current statements by kind, in the order of a form.</param>
/// <param name="Candidates">Likeliest first, without withdrawn ones.</param>
public sealed record RecordView(CaseRecord Record, RecordRow Row, string Keeper, bool IsOwn, IReadOnlyList<FactGroup> Groups, IReadOnlyList<CandidateLine> Candidates);

/// <param name="Contradicts">Two current statements cannot both be true.</param>
public sealed record FactGroup(FactKind Kind, IReadOnlyList<FactLine> Lines, bool Contradicts);

/// <param name="Understood">Canonical form.</param>
/// <param name="RecordedBy">Name of the colleague; null for imports.</param>
/// <param name="Earlier">What this one corrected, newest first.</param>
public sealed record FactLine(Guid Id, FactKind Kind, string AsHeard, string? Understood, FactSource Source, string? SaidBy, string? RecordedBy, DateTimeOffset RecordedAt, Confidence Confidence, AnswerState Answer, IReadOnlyList<FactLine> Earlier);

/// <param name="Other">The record on the other side.</param>
public sealed record CandidateLine(Guid MatchId, MatchState State, double Probability, DateTimeOffset FirstProposedAt, RecordRow Other);
