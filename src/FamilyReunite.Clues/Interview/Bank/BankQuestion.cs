using FamilyReunite.Clues.Homes.Regions;

namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>A question that staff can ask, as the bank keeps it.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; unique in the bank.</param>
/// <param name="Topic">What it asks about.</param>
/// <param name="Reliability">How far its likelihoods may be believed.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Words">For a <see cref="QuestionKind.Word"/>: the hints that list the local words. Null for other kinds.</param>
/// <param name="Common">For a <see cref="QuestionKind.Word"/>: words of the standard language, which people from anywhere may say.</param>
/// <param name="Options">For other kinds the answers; a yes-or-no question has one, <c>yes</c>.</param>
public sealed record BankQuestion(string Id, QuestionKind Kind, string Topic, Reliability Reliability, string Source, Wording Text, LikelihoodRule? Words, IReadOnlyList<string> Common, IReadOnlyList<BankOption> Options);

/// <summary>An answer with P(it is true of a person's home) by county.</summary>
public sealed record BankOption(string Id, Wording Text, string? Card, LikelihoodRule From);
