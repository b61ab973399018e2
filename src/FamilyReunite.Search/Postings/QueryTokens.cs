using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Scoring;

namespace FamilyReunite.Search.Postings;

/// <summary>A query with its tokens as numbers of a <see cref="QueryTokens"/>, in the order in which they are added up.</summary>
public sealed record FlatQuery(int[] Tokens, float[] Weights, Sex Sex, NumberRange? BirthYears, int Limit);

/// <summary>The distinct tokens of many queries, numbered as they come. Thread-safe while queries are added; afterwards only read.</summary>
public sealed class QueryTokens
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    /// <summary>For look-ups by a span of characters, without making a string.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers => _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="ArgumentException">The query asks for one organisation's records; that is no question for many at once.</exception>
    public FlatQuery Add(CandidateQuery query)
    {
        if (query.OrganisationId is not null) throw new ArgumentException("A query of many asks all organisations.", nameof(query));
        var distinct = TokenScore.Distinct(query.Tokens);
        var (tokens, weights) = (new int[distinct.Count], new float[distinct.Count]);
        lock (_gate)
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                if (!_numbers.TryGetValue(distinct[i].Value, out tokens[i])) _numbers.Add(distinct[i].Value, tokens[i] = _numbers.Count);
                weights[i] = distinct[i].Weight;
            }
        }
        return new FlatQuery(tokens, weights, query.Sex, query.BirthYears, query.Limit);
    }
}
