using System.Globalization;
using FamilyReunite.Casework.Database;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Data;
using FamilyReunite.Domain.Homes;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <summary>The product's questions and those that stations added. Read again after each change and when a server starts. Thread-safe.</summary>
public sealed class StationQuestionBank(IDbContextFactory<ReuniteDb> databases) : IQuestionBank
{
    private static readonly IReadOnlyList<BankQuestion> Own = new InMemoryQuestionBank().Questions;

    private volatile IReadOnlyList<BankQuestion> _all = Own;

    public IReadOnlyList<BankQuestion> Questions => _all;

    /// <summary>Reads the added questions anew; a database of an older version has none.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await DatabaseOpening.IsNewAsync(db, ct) || (await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        var stored = await db.AddedQuestions.AsNoTracking().Where(q => q.WithdrawnAt == null).OrderBy(q => q.Id).ToListAsync(ct);
        var read = QuestionBankReader.Read(string.Join('\n', stored.Select(Rows)), Own.Select(q => q.Id));
        // each was read once before it was stored
        _all = [.. Own, .. read.Value ?? throw new InvalidDataException($"A stored question cannot be read: {read.Problems[0].Code}")];
    }

    /// <summary>A question in the form of the bank's file.</summary>
    internal static string Rows(AddedQuestion q)
    {
        var text = q.Text.Replace('\t', ' ');
        var areas = string.Join(' ', q.Divisions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d}:{Share(q.There)}")));
        return string.Create(CultureInfo.InvariantCulture, $"question\tadded-{q.Id:N}\tyesno\t{text}\tC\tstation\t{text}\t{text}\noption\tyes\t是、有\tyes\t-\t{Share(q.Elsewhere)} {areas}");
    }

    /// <summary>Estimated: what the words mean as a share.</summary>
    private static double Share(HowMany many) => many switch { HowMany.Most => 0.8, HowMany.Half => 0.5, HowMany.Some => 0.2, _ => 0.03 };
}
