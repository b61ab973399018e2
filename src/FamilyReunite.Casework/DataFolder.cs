using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Casework;

/// <summary>The folder that holds one installation: database, attachments, index, job store, keys. Copying it while nothing runs copies the installation.</summary>
public sealed record DataFolder
{
    private DataFolder(string path) => Path = path;

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public string Database => In(Data.DataRegistration.DatabaseFile);

    /// <summary>Attachments. Several servers of one installation need the same folder: <c>Folders:Blobs</c>.</summary>
    public string Blobs { get => field ?? In("blobs"); private init; }

    public string Index => In("index");

    /// <summary>What was read from the records' facts. Disposable, like the index.</summary>
    public string Clues => In("clues.bin");

    /// <summary>Sixteen random bytes of the installation with which index tokens are hashed.</summary>
    public string IndexKey => In("index.key");

    /// <summary>Quartz keeps its own SQLite file: its writes must not wait for ours.</summary>
    public string JobStore => In("jobs.db");

    /// <summary>Key ring of cookies and forms, and the key of the attachments. Several servers need the same folder: <c>Folders:Keys</c>.</summary>
    public string Keys { get => field ?? In("keys"); private init; }

    /// <summary>With which attachments are encrypted; in backups with the other keys.</summary>
    public string BlobKey => System.IO.Path.Combine(Keys, "blobs.key");

    /// <summary>Face vectors. Several servers need the same folder: <c>Folders:Faces</c>.</summary>
    public string Faces { get => field ?? In("faces"); private init; }

    /// <summary>With which face vectors are encrypted; no other file is.</summary>
    public string FaceKey => System.IO.Path.Combine(Keys, "faces.key");

    /// <summary>Face model packs that the operator installed.</summary>
    public string Packs => In("packs");

    public string Backups => In("backups");

    public static DataFolder At(string path) => new(System.IO.Path.GetFullPath(path));

    /// <summary>The same folder with what <c>Folders:Blobs</c>, <c>Folders:Keys</c> and <c>Folders:Faces</c> put elsewhere.</summary>
    public DataFolder With(IConfiguration configuration) => this with { Blobs = Elsewhere(configuration["Folders:Blobs"])!, Keys = Elsewhere(configuration["Folders:Keys"])!, Faces = Elsewhere(configuration["Folders:Faces"])! };

    /// <summary>The folder <c>data</c> beside the solution when run from a checkout, else in the working directory: every command and the server agree on it.</summary>
    public static DataFolder Default()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "FamilyReunite.sln"))) return At(System.IO.Path.Combine(folder.FullName, "data"));
        return At("data");
    }

    private static string? Elsewhere(string? folder) => string.IsNullOrWhiteSpace(folder) ? null : System.IO.Path.GetFullPath(folder);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
