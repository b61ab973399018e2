using FamilyReunite.Clues;
using FamilyReunite.Clues.Packing;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Opens the clue file of the data folder at first use. Clues of another reader than the program's own (in tests) are never kept on disk.</summary>
public sealed class ClueFileSource(DataFolder data, IClueReader reader, TimeProvider clock) : IDisposable
{
    /// <summary>How long a file that another process has is not asked for again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly bool _keeps = reader.GetType().Assembly == typeof(ClueBuild).Assembly;
    private volatile ClueFile? _file;
    private long? _triedAt;

    /// <summary>Null while another process has the file: clues are then read from facts, as if there were none.</summary>
    public ClueFile? File
    {
        get
        {
            if (_file is { } open) return open;
            if (!_keeps) return null;
            lock (_gate)
            {
                if (_file is not null || (_triedAt is { } at && clock.GetElapsedTime(at) < Pause)) return _file;
                _triedAt = clock.GetTimestamp();
                return _file = ClueFile.Open(data.Clues);
            }
        }
    }

    public void Dispose() => _file?.Dispose();
}
