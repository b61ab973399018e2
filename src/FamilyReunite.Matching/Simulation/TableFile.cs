using System.Text;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Reads an embedded tab-separated table; lines that begin with # explain it.</summary>
internal static class TableFile
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream("Simulation." + name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
