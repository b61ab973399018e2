using FamilyReunite.Domain.Faces;
using FamilyReunite.Search.Faces;
using static FamilyReunite.Search.Elasticsearch.ElasticException;

namespace FamilyReunite.Search.Elasticsearch.Faces;

/// <summary>The vector of a photo as the installation keeps it; null when it keeps none (any more).</summary>
public delegate float[]? FaceVectorOf(Guid recordId, Guid attachmentId);

/// <summary>Searches the faces of one pack in the cluster. Thread-safe; throws <see cref="ElasticException"/> when the cluster does not do its part.</summary>
internal sealed class ElasticFaceIndex(IElasticsearch cluster, string alias, Func<float[], float[]> stored, FaceVectorOf vectorOf) : IFaceIndex
{
    private const int SearchesPerRequest = 16;

    public async Task<IReadOnlyList<IReadOnlyList<NearFace>>> NearestAsync(IReadOnlyList<FaceQuery> queries, CancellationToken ct)
    {
        var asked = queries.Select(q => new FaceNearest(q, stored(q.Vector), vectorOf)).ToList();
        var requests = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        while (asked.Where(a => a.Found is null).ToList() is { Count: > 0 } open)
        {
            await Parallel.ForEachAsync(open.Chunk(SearchesPerRequest), requests, async (part, token) =>
            {
                var answers = part.Length == 1
                    ? [Require(await cluster.SearchAsync(alias, part[0].Body(), token).ConfigureAwait(false))]
                    : Require(await cluster.SearchManyAsync(alias, [.. part.Select(p => p.Body())], token).ConfigureAwait(false));
                foreach (var (one, answer) in part.Zip(answers)) one.Read(answer);
            }).ConfigureAwait(false);
        }
        return [.. asked.Select(a => a.Found!)];
    }
}
