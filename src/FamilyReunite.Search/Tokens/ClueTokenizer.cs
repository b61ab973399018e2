using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Tokens;

/// <summary>Turns clues into opaque weighted tokens: one family of tokens for the comparison of records, one ("t:") for search by words. Pure and thread-safe.</summary>
/// <param name="key">Sixteen bytes that belong to the installation; another key needs a rebuild. Null is the all-zero key, with which whoever holds an index can test names against it.</param>
public sealed class ClueTokenizer(byte[]? key = null) : IClueTokenizer
{
    private readonly TokenHash _hash = new(key ?? new byte[TokenHash.KeyBytes]);

    public IndexDocument Document(CaseRecord record, ClueSet clues)
    {
        // who does not want to be found shares no token with any report
        var bag = record is StrandedPerson { DoesNotWantToBeFound: true } ? new TokenBag() : Clues(clues);
        TextTokens.Add(bag, record, clues);
        return new IndexDocument(record.Id, record.Kind, record.Version, record.OrganisationId, clues.Sex, BirthYears.Of(clues), BodyTokens.Height(clues), bag.ForDocument(_hash));
    }

    public CandidateQuery Query(ClueSet clues, RecordKind target, int limit) =>
        new(target, Clues(clues).ForQuery(_hash), clues.Sex, BirthYears.Of(clues), limit);

    public CandidateQuery TextQuery(string words, RecordKind target, int limit, Guid? organisationId)
    {
        var bag = new TokenBag();
        TextTokens.AddTyped(bag, words);
        return new CandidateQuery(target, bag.ForQuery(_hash), Sex.Unknown, null, limit, organisationId);
    }

    private static TokenBag Clues(ClueSet clues)
    {
        var bag = new TokenBag();
        foreach (var n in clues.Names) NameTokens.Add(bag, n);
        PlaceTokens.Add(bag, clues);
        BodyTokens.Add(bag, clues);
        StoryTokens.Add(bag, clues);
        TimeTokens.Add(bag, clues);
        return bag;
    }
}
