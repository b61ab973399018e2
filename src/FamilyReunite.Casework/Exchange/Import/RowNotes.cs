using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Collects what is found in one row.</summary>
internal sealed class RowNotes(long row)
{
    private readonly List<RowProblem> _found = [];

    public IReadOnlyList<RowProblem> Found => _found;

    public bool IsRejected => _found.Exists(p => !p.Kept);

    public void Reject(string? column, string code, params object[] args) => _found.Add(new RowProblem(row, column, new Problem(code, null, args), Kept: false));

    public void Warn(string? column, string code, params object[] args) => _found.Add(new RowProblem(row, column, new Problem(code, null, args), Kept: true));
}
