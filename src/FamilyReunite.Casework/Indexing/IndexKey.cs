namespace FamilyReunite.Casework.Indexing;

/// <summary>The sixteen bytes with which this server hashes index tokens: those of the file that servers share, or those of this installation.</summary>
/// <param name="settings">Null for the embedded engine.</param>
public sealed class IndexKey(DataFolder data, SearchSettings? settings = null)
{
    private readonly Lazy<byte[]> _bytes = new(() => settings?.KeyFile is { } shared ? IndexKeyFile.Read(shared)! : IndexKeyFile.ReadOrMake(data));

    public byte[] Bytes => _bytes.Value;
}
