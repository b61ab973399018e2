using FamilyReunite.Matching;

namespace FamilyReunite.Cli.Models;

/// <summary>Where models are trained into: the checkout around the working directory, else where the program looks for them.</summary>
internal static class ModelFolder
{
    public static string Default()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FamilyReunite.sln"))) return Path.Combine(folder.FullName, "models", "pair");
        return MatchingRegistration.ShippedModels;
    }
}
