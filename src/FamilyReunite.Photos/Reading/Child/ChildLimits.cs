namespace FamilyReunite.Photos.Reading.Child;

/// <summary>What the decoding process may use.</summary>
public static class ChildLimits
{
    /// <summary>Memory it may write to: 50 MP as RGBA, once more inside a library, and the runtime.</summary>
    public const long DataBytes = 1024L * 1024 * 1024;

    /// <summary>A 50 MP photo takes about 2 s; a machine may be busy.</summary>
    public static readonly TimeSpan PhotoTime = TimeSpan.FromSeconds(20);

    /// <summary>Decoders at work at once, which bounds the pixels in memory: at most this many times 50 MP.</summary>
    public const int AtOnce = 2;

    /// <summary>After so many photos a process is replaced, so that a leak stays small.</summary>
    public const int PhotosPerProcess = 500;

    /// <summary>Nothing of the server's environment is passed on: a decoder that was taken over finds no secret there.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Environment =>
    [
        new("DOTNET_EnableDiagnostics", "0"), new("DOTNET_EnableWriteXorExecute", "0"), new("DOTNET_GCHeapHardLimit", "20000000"), new("DOTNET_gcConcurrent", "0"),
        new("DOTNET_TieredPGO", "0"), new("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
    ];
}
