using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Counts and problems of a running import.</summary>
internal sealed class ImportTally(OrganisationChoice organisations)
{
    private readonly List<RowProblem> _problems = [];
    private readonly HashSet<string> _strangers = [];
    private long _added;
    private long _updated;
    private long _unchanged;
    private long _rejected;
    private long _problemCount;

    public long Rows { get; private set; }

    /// <summary>True while no column of any row was one of ours.</summary>
    public bool NothingKnown { get; private set; } = true;

    public void Count(IReadOnlyList<SourceRow> rows)
    {
        Rows += rows.Count;
        NothingKnown = NothingKnown && rows.All(r => r.Fields.Count == 0 && r.Fault?.Problem.Code is null or "import.damaged-text");
    }

    public void Add(ReadRow row)
    {
        foreach (var p in row.Problems) Keep(p);
        if (row.Draft is null) _rejected++;
        else if (row.Draft.Organisation is { } name && organisations.Named(name) is null && _strangers.Add(name))
            Keep(new RowProblem(row.Row, "organisation", new Problem("import.organisation-replaced", null, name, organisations.Default.Name), Kept: true));
    }

    public void Add(BatchTally batch)
    {
        _added += batch.Added;
        _updated += batch.Updated;
        _unchanged += batch.Unchanged;
    }

    public void Warn(long row, string column, Problem problem) => Keep(new RowProblem(row, column, problem, Kept: true));

    public void Unknown(FieldMap map)
    {
        if (map.Unknown.Count > 0) Keep(new RowProblem(0, null, new Problem("import.columns-unknown", null, string.Join("、", map.Unknown.Take(20))), Kept: true));
    }

    public ImportResult Result(string encoding) => new(Rows, _added, _updated, _unchanged, _rejected, encoding, _problems, _problemCount);

    private void Keep(RowProblem problem)
    {
        _problemCount++;
        if (_problems.Count < ImportResult.MaxProblems) _problems.Add(problem);
    }
}
