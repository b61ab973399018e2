using FamilyReunite.Clues;
using FamilyReunite.Clues.Packing;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Opens the clue file of the data folder at first use. Clues of another reader than the program's own (in tests) are never kept on disk.</summary>
public sealed class ClueFileSource(DataFolder data, IClueReader reader) : IDisposable
{
    private readonly Lock _gate = new();
    private ClueFile? _file;
    private bool _asked;

    /// <summary>Null when another process has the file: clues are then read from facts, as if there were none.</summary>
    public ClueFile? File
    {
        get
        {
            if (Volatile.Read(ref _asked)) return _file;
            lock (_gate)
            {
                if (_asked) return _file;
                if (reader.GetType().Assembly == typeof(ClueBuild).Assembly) _file = ClueFile.Open(data.Clues);
                Volatile.Write(ref _asked, true);
                return _file;
            }
        }
    }

    public void Dispose() => _file?.Dispose();
}
