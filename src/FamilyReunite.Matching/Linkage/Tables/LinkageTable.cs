using System.Text;

namespace FamilyReunite.Matching.Linkage.Tables;

/// <summary>Rows of an embedded tab-separated table of this feature; lines that begin with # explain it.</summary>
internal static class LinkageTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(LinkageTable).Assembly.GetManifestResourceStream("Linkage." + name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
