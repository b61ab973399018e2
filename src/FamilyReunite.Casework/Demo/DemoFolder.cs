namespace FamilyReunite.Casework.Demo;

/// <summary>Where the sample data lies.</summary>
public static class DemoFolder
{
    public const string Name = "data-samples";

    /// <summary>The folder beside the program, or in the checkout around the program or the working directory; null when there is none.</summary>
    public static string? Find()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, Name) is var path && File.Exists(Path.Combine(path, "organisations.json"))) return path;
        return null;
    }
}
