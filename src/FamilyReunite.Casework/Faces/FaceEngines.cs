using FamilyReunite.Domain;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Casework.Faces;

/// <summary>The engine of the pack in use, opened when it is first needed and anew when another pack, or the same with another calibration, is put to use.</summary>
public sealed class FaceEngines(PackShelf shelf) : IDisposable
{
    private readonly Lock _gate = new();
    private FaceEngine? _engine;
    private DateTime _described;

    /// <summary>Problems: face.no-pack, face.pack-unreadable, face.pack-format, face.pack-changed.</summary>
    public Outcome<FaceEngine> Open()
    {
        lock (_gate)
        {
            var contract = shelf.Contract();
            if (_engine is { } held && held.Pack.Manifest.Contract == contract && _described == DescribedAt(held.Pack)) return held;
            var opened = shelf.Open();
            if (opened.Value is not { } pack) return opened.Problems.ToArray();
            // whoever still works with the one before keeps it until the collector takes it
            _described = DescribedAt(pack);
            return _engine = new FaceEngine(pack);
        }
    }

    public void Dispose() => _engine?.Dispose();

    private static DateTime DescribedAt(ModelPack pack) => File.GetLastWriteTimeUtc(Path.Combine(pack.Folder, ModelPack.FileName));
}
