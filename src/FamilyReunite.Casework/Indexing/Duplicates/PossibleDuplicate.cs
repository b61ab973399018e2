using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Indexing.Duplicates;

public enum DuplicateStrength { Possible, Likely, Strong }

/// <summary>One thing that both records say.</summary>
/// <param name="Key">Stable name ("mark", "name-sound", "place" …).</param>
/// <param name="Zh">In Chinese, with the words of the stored record.</param>
/// <param name="En">The same in English.</param>
public sealed record DuplicateReason(string Key, string Zh, string En);

/// <summary>A stored record that may be about the same person as a draft. Only a hint: nothing is merged by it.</summary>
/// <param name="When">Last met (street contact), entered (stranded person) or reported (missing).</param>
/// <param name="Where">In words; null when not said.</param>
/// <param name="Reasons">Strongest first; never empty.</param>
public sealed record PossibleDuplicate(Guid RecordId, RecordKind Kind, DateTimeOffset When, string? Where, IReadOnlyList<DuplicateReason> Reasons, DuplicateStrength Strength);
