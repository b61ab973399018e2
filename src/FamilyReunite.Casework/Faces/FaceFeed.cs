using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Search.Elasticsearch.Faces;
using FamilyReunite.Search.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Makes the shared copy of the faces what the installation's own file says. Any server may do it at any time; what the cluster does not take stays owed and is made good later.</summary>
public sealed class FaceFeed(SharedFaces shared, FaceStore store, FaceEngines engines, FaceTraitSource traits, IDbContextFactory<ReuniteDb> databases)
{
    /// <summary>Records at a time.</summary>
    private const int AtOnce = 500;

    /// <summary>Takes over the faces of records that changed, with what filters need of them.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        if (!shared.AreUsed || records.Count == 0 || engines.Open().Value is not { } engine) return;
        var gallery = store.Gallery(engine.Pack);
        var known = records.Where(id => gallery.Of(id).Any()).ToList();
        if (known.Count == 0) return;
        await shared.TryAsync(async (faces, c) =>
        {
            await faces.EnsureAsync(gallery.Contract, engine.Pack.Manifest.Input.Dimension, c);
            foreach (var chunk in known.Chunk(AtOnce)) await PutAsync(faces, engine.Pack, gallery, chunk, await faces.StampsAsync(gallery.Contract, [.. chunk.SelectMany(gallery.Of).Select(e => e.AttachmentId)], c), c);
        }, ct);
    }

    /// <summary>Now and then: makes good what is owed, and takes what was removed a while ago out of the cluster's files.</summary>
    public async Task TidyAsync(CancellationToken ct)
    {
        if (shared.IsOwed) await ReconcileAsync(ct);
        if (shared.IsPurgeDue && await shared.TryAsync((faces, c) => faces.PurgeAsync(c), ct)) shared.Purge(later: false);
    }

    /// <summary>Compares every photo of the copy with the file and puts right what differs; deletes the copy while comparing faces is off.</summary>
    /// <returns>False when the cluster did not do its part.</returns>
    public async Task<bool> ReconcileAsync(CancellationToken ct)
    {
        if (!shared.AreUsed) return true;
        await using var db = await databases.CreateDbContextAsync(ct);
        var on = await FaceReader.IsOnAsync(db, ct);
        // without a pack here, another server may still have one
        var pack = on ? engines.Open().Value?.Pack : null;
        if (on && pack is null) return true;
        var owed = shared.Owed;
        return await shared.TryAsync(async (faces, c) =>
        {
            var (put, removed) = (0, 0);
            if (pack is not null) (put, removed) = await MendAsync(faces, pack, c);
            else await faces.DropAllButAsync(null, c);
            shared.Mended(owed, put, removed);
        }, ct);
    }

    private async Task<(int Put, int Removed)> MendAsync(ElasticFaces faces, ModelPack pack, CancellationToken ct)
    {
        var contract = pack.Manifest.Contract;
        await faces.DropAllButAsync(contract, ct);
        await faces.EnsureAsync(contract, pack.Manifest.Input.Dimension, ct);
        var held = await faces.ListAsync(contract, ct).ToDictionaryAsync(f => f.AttachmentId, f => f.Stamp, cancellationToken: ct);
        // after the list: what was taken in meanwhile is in the file already and is not taken for left over
        var gallery = store.Gallery(pack);
        var put = 0;
        var wanted = new HashSet<Guid>();
        foreach (var chunk in gallery.Records.Chunk(AtOnce))
        {
            var (said, sent) = await PutAsync(faces, pack, gallery, chunk, held, ct);
            wanted.UnionWith(said);
            put += sent;
        }
        return (put, await faces.RemoveAsync([], [.. held.Keys.Where(id => !wanted.Contains(id))], ct));
    }

    /// <returns>The photos that belong there, and how many were sent because they were not there or otherwise.</returns>
    private async Task<(IReadOnlyList<Guid> Wanted, int Sent)> PutAsync(ElasticFaces faces, ModelPack pack, FaceGallery gallery, IReadOnlyCollection<Guid> records, IReadOnlyDictionary<Guid, string> held, CancellationToken ct)
    {
        var known = await traits.ReadAsync(records, ct);
        var documents = records.Where(known.ContainsKey).SelectMany(id => gallery.Of(id).Select(e => new FaceDocument(e.AttachmentId, id, e.IsReport ? RecordKind.Missing : RecordKind.Stranded, e.Values, known[id]))).ToList();
        var news = documents.Where(d => held.GetValueOrDefault(d.AttachmentId) != faces.StampOf(d)).ToList();
        await faces.PutAsync(gallery.Contract, news, ct);
        if (news.Count > 0) await OvertakenAsync(faces, pack, news, ct);
        return ([.. documents.Select(d => d.AttachmentId)], news.Count);
    }

    /// <summary>Whoever removed or chose a face anew meanwhile changed the file first, and may have been quicker in the cluster than we.</summary>
    private async Task OvertakenAsync(ElasticFaces faces, ModelPack pack, IReadOnlyList<FaceDocument> sent, CancellationToken ct)
    {
        var now = store.Gallery(pack);
        float[]? Held(FaceDocument d) => now.Of(d.RecordId).FirstOrDefault(e => e.AttachmentId == d.AttachmentId)?.Values;
        await faces.RemoveAsync([], [.. sent.Where(d => Held(d) is null).Select(d => d.AttachmentId)], ct);
        var other = sent.Where(d => Held(d) is { } values && !values.AsSpan().SequenceEqual(d.Vector)).Select(d => d.RecordId).Distinct().ToList();
        if (other.Count > 0) await PutAsync(faces, pack, now, other, new Dictionary<Guid, string>(), ct);
    }
}
