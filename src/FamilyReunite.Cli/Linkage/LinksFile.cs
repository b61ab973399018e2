using System.Globalization;
using System.Text;
using FamilyReunite.Matching.Linkage;

namespace FamilyReunite.Cli.Linkage;

/// <summary>Writes links as CSV, best first: <c>left,right,probability,weight</c>. The file takes its name only when it is complete.</summary>
internal static class LinksFile
{
    public static async Task WriteAsync(FileInfo file, IReadOnlyList<Link> links, CancellationToken ct)
    {
        var unfinished = file.FullName + ".unfinished";
        await using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(false), 1 << 16))
        {
            var line = new StringBuilder("left,right,probability,weight\n");
            foreach (var link in links)
            {
                Cell(line, link.Left).Append(',');
                Cell(line, link.Right).Append(CultureInfo.InvariantCulture, $",{link.Probability:0.########},{link.Weight:0.####}\n");
                if (line.Length < 1 << 15) continue;
                ct.ThrowIfCancellationRequested();
                writer.Write(line);
                line.Clear();
            }
            writer.Write(line);
        }
        File.Move(unfinished, file.FullName, overwrite: true);
    }

    private static StringBuilder Cell(StringBuilder line, string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? line.Append(text) : line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
}
