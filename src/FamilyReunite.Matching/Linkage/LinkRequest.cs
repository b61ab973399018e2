using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage;

/// <summary>A pair named by ids, from a file of true links or of judged pairs.</summary>
/// <param name="Row">Its row, from 1.</param>
public sealed record NamedPair(string Left, string Right, bool Same, int Row);

/// <summary>What is to be linked.</summary>
/// <param name="Right">Null searches <paramref name="Left"/> for duplicates.</param>
/// <param name="Map">Null lets the columns be recognised.</param>
/// <param name="Gold">The true links, to measure against; never used for fitting.</param>
/// <param name="Labels">Judged pairs, to fit to.</param>
public sealed record LinkRequest(PersonFile Left, PersonFile? Right = null, ColumnMap? Map = null, IReadOnlyList<NamedPair>? Gold = null, IReadOnlyList<NamedPair>? Labels = null);

/// <summary>A pair found.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Weight">Log-odds (natural) after what the other rows say.</param>
public readonly record struct Link(string Left, string Right, double Probability, double Weight);

/// <summary>What a run found.</summary>
/// <param name="Links">Best first.</param>
/// <param name="Maps">The map used, one a file.</param>
/// <param name="Guessed">True when the columns were recognised, not mapped.</param>
/// <param name="LeftUnique">Two files: the left one was found to hold nobody twice.</param>
/// <param name="RightUnique">The same of the right one.</param>
/// <param name="Notes">What the reader should know: link.labels-few, link.labels-worse, link.labels-used, link.label-odds.</param>
public sealed record LinkResult(IReadOnlyList<Link> Links, IReadOnlyList<ColumnMap> Maps, bool Guessed, bool LeftUnique, bool RightUnique, IReadOnlyList<Domain.Problem> Notes)
{
    /// <summary>Everything the report shows.</summary>
    internal LinkedFiles Details { get; init; } = null!;
}
