using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Exchange.Import;

/// <param name="Path">CSV (any common encoding and separator) or JSON lines, recognised by content.</param>
/// <param name="Kind">What every row describes.</param>
/// <param name="MapPath">JSON file <c>{"column":"field"}</c>; null takes the columns by their names.</param>
/// <param name="OrganisationId">Keeps the records whose row names no organisation; null takes the first of the fitting kind.</param>
/// <param name="Today">A date behind it lies in the future; null takes the day that it is where the day begins first.</param>
public sealed record ImportRequest(string Path, RecordKind Kind, Actor Actor, string? MapPath = null, Guid? OrganisationId = null, DateOnly? Today = null);

/// <summary>What an import did; a row that was rejected changed nothing.</summary>
/// <param name="Rows">Rows read, blank lines not counted.</param>
/// <param name="Encoding">Name of the encoding that was found ("utf-8", "gb18030" …).</param>
/// <param name="Problems">The first <see cref="MaxProblems"/>, in order of rows.</param>
/// <param name="ProblemCount">All of them.</param>
public sealed record ImportResult(long Rows, long Added, long Updated, long Unchanged, long Rejected, string Encoding, IReadOnlyList<RowProblem> Problems, long ProblemCount)
{
    public const int MaxProblems = 1000;
}
