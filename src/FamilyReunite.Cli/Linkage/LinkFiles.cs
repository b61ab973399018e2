using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Cli.Linkage;

/// <summary>The files that a call names.</summary>
internal sealed record LinkFiles(FileInfo Left, FileInfo? Right, FileInfo? Map, FileInfo? Gold, FileInfo? Labels)
{
    /// <returns>What is to be linked, or the first thing that cannot be read.</returns>
    public async Task<Outcome<LinkRequest>> ReadAsync(CancellationToken ct)
    {
        var left = await InputFile.RowsAsync(Left, ct);
        if (left.Value is not { } rows) return left.Problems.ToArray();
        var right = Right is null ? (Outcome<PersonFile>?)null : await InputFile.RowsAsync(Right, ct);
        if (right is { Succeeded: false } r) return r.Problems.ToArray();
        var map = await MapAsync(ct);
        if (map is { Succeeded: false } m) return m.Problems.ToArray();
        var gold = await PairsAsync(Gold, judged: false, ct);
        if (gold is { Succeeded: false } g) return g.Problems.ToArray();
        var labels = await PairsAsync(Labels, judged: true, ct);
        if (labels is { Succeeded: false } l) return l.Problems.ToArray();
        return new LinkRequest(rows, right?.Value, map?.Value, gold?.Value, labels?.Value);
    }

    private async Task<Outcome<ColumnMap>?> MapAsync(CancellationToken ct)
    {
        if (Map is null) return null;
        var text = await InputFile.TextAsync(Map, ct);
        return text.Value is { } json ? MapText.Read(json) : text.Problems.ToArray();
    }

    private static async Task<Outcome<IReadOnlyList<NamedPair>>?> PairsAsync(FileInfo? file, bool judged, CancellationToken ct)
    {
        if (file is null) return null;
        var rows = await InputFile.RowsAsync(file, ct);
        return rows.Value is { } read ? PairFile.Read(read, judged) : rows.Problems.ToArray();
    }
}
