namespace FamilyReunite.Photos.Storage;

/// <summary>Keeps files under the SHA-256 of their bytes: the same bytes are stored once, and nothing a user typed becomes a path.</summary>
public interface IBlobStore
{
    /// <summary>Durable when the task completes. Returns the SHA-256 as 64 lower-case hex digits; bytes that are there already are not written again.</summary>
    Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>An open stream to read from; null when there is no such blob or the text is not a SHA-256.</summary>
    Stream? OpenRead(string sha256);

    bool Exists(string sha256);

    /// <summary>Deletes the bytes unless somebody holds them. Who takes them in at the same moment either finds them afterwards or writes them again (<see cref="Exists"/>).</summary>
    /// <param name="isHeld">Asked before and after the file is out of reach.</param>
    /// <returns>True when no such blob is there any more.</returns>
    Task<bool> DeleteUnlessAsync(string sha256, Func<CancellationToken, Task<bool>> isHeld, CancellationToken ct);
}
