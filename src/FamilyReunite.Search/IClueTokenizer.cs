using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Search;

/// <summary>Makes the tokens that both engines index and ask with.</summary>
public interface IClueTokenizer
{
    IndexDocument Document(CaseRecord record, ClueSet clues);

    /// <summary>Asks for records of the other kind (<paramref name="target"/>) that fit these clues.</summary>
    CandidateQuery Query(ClueSet clues, RecordKind target, int limit);

    /// <summary>Asks for records by words of a user (name, sound, looks, number).</summary>
    CandidateQuery TextQuery(string words, RecordKind target, int limit, Guid? organisationId);
}
