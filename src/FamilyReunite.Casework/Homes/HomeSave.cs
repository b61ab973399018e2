using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <summary>What a try laid on: what stands in its way, or the record that it gives a new clue.</summary>
internal readonly record struct Laid(IReadOnlyList<Problem> Wrong, CaseRecord? Changed)
{
    /// <summary>No record's clues change by it.</summary>
    public static Laid Alone => new([], null);

    public static Laid Clue(CaseRecord changed) => new([], changed);

    public static Laid Not(params IReadOnlyList<Problem> wrong) => new(wrong, null);

    public static Laid Not(string code, string? field = null) => new([new Problem(code, field)], null);
}

/// <summary>Saves one step of home finding; colleagues who save other things at the same moment only cost another try.</summary>
public sealed class HomeSave(ReuniteDb db, ChangeWriter writer)
{
    private const int Attempts = 4;

    /// <param name="lay">Loads, changes and tracks, anew at each try.</param>
    /// <returns><c>record.busy</c> when others kept coming between.</returns>
    internal async Task<Outcome<Done>> SaveAsync(ChangeNote note, Func<Task<Laid>> lay, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await writer.WasWrittenAsync(note.WriteId, ct)) return Done.Instance;
            var laid = await lay();
            if (laid.Wrong.Count > 0) return laid.Wrong.ToArray();
            try
            {
                if (await writer.SaveAsync([note], laid.Changed is { } record ? [record] : [], ct) != WriteResult.Conflict) return Done.Instance;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // the same form arrived twice at one moment; the next round finds it written
            }
        }
        return new Problem("record.busy");
    }
}
