using System.Collections.Concurrent;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Storage;

namespace FamilyReunite.Casework.Faces;

/// <summary>The face vectors of this installation: one sealed file a pack, under a key that seals nothing else. They are not in backups; they are made anew from the photos.</summary>
/// <param name="shared">The copy that several servers search: what goes here goes there before the call returns.</param>
public sealed class FaceStore(DataFolder data, SharedFaces? shared = null)
{
    private const string Ending = ".vectors";
    private readonly ConcurrentDictionary<string, VectorFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private (long Generation, FaceGallery Gallery)? _laidOut;

    /// <summary>No pack has left a file.</summary>
    public bool IsEmpty => !Directory.Exists(data.Faces) || Directory.GetFiles(data.Faces, "*" + Ending).Length == 0;

    /// <summary>Another pack than this one has left a file; any pack when that is null.</summary>
    public bool HasOthers(string? contract) => !IsEmpty && Directory.GetFiles(data.Faces, "*" + Ending).Any(f => contract is null || Path.GetFileName(f) != PackShelf.FolderOf(contract) + Ending);

    /// <summary>All faces of a pack as they are now, laid out for search.</summary>
    public FaceGallery Gallery(ModelPack pack)
    {
        lock (_gate)
        {
            var file = FileOf(pack);
            var generation = file.Generation;
            var held = _laidOut is { } before && before.Gallery.Contract == pack.Manifest.Contract ? _laidOut : null;
            if (held is { } same && same.Generation == generation) return same.Gallery;
            var gallery = new FaceGallery(pack.Manifest.Contract, file.Read(), pack.Manifest.Input.Dimension, held?.Gallery);
            _laidOut = (generation, gallery);
            return gallery;
        }
    }

    public void Put(ModelPack pack, IReadOnlyCollection<FaceEntry> entries)
    {
        if (entries.Count > 0) FileOf(pack).Put(entries);
    }

    /// <summary>Takes faces out; they are gone from the disk when this returns.</summary>
    public int Remove(ModelPack pack, Func<FaceEntry, bool> which)
    {
        var gone = new HashSet<Guid>();
        var removed = FileOf(pack).Remove(e => which(e) && gone.Add(e.AttachmentId));
        shared?.Remove(gone);
        return removed;
    }

    /// <summary>Deletes the vectors of every pack but one; of all when that is null.</summary>
    /// <returns>How many files went.</returns>
    public int RemoveAllBut(string? contract)
    {
        var removed = RemoveFilesBut(contract);
        shared?.DropAllBut(contract);
        return removed;
    }

    private int RemoveFilesBut(string? contract)
    {
        if (!Directory.Exists(data.Faces)) return 0;
        var gone = Directory.GetFiles(data.Faces, "*" + Ending).Where(f => contract is null || Path.GetFileName(f) != PackShelf.FolderOf(contract) + Ending).ToList();
        foreach (var file in gone) File.Delete(file);
        if (gone.Count > 0)
        {
            lock (_gate) _laidOut = null;
            _files.Clear();
        }
        return gone.Count;
    }

    private VectorFile FileOf(ModelPack pack) => _files.GetOrAdd(pack.Manifest.Contract, contract =>
        new VectorFile(Path.Combine(data.Faces, PackShelf.FolderOf(contract) + Ending), contract, pack.Manifest.Input.Dimension, BlobKey.OpenOrCreate(data.FaceKey, mayMake: IsEmpty)));
}
