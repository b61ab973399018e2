using System.Text.RegularExpressions;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review.Why;

/// <summary>A reviewer asks why a report is not in a person's list. Only pairs of which the caller may see both sides are answered.</summary>
public sealed partial class WhyDesk(ReuniteDb db, PairInquiry inquiry, ViewLog views)
{
    private const int MostWords = 300;

    /// <summary>Whether the caller may see the person.</summary>
    public Task<bool> MaySeeAsync(Caller caller, Guid personId, CancellationToken ct) => db.PeopleFor(caller).AnyAsync(p => p.Id == personId, ct);

    /// <summary>A report by its address, our number or that of its source.</summary>
    /// <returns><c>review.report-unknown</c> when nothing that the caller may see has that number.</returns>
    public async Task<Outcome<Guid>> FindReportAsync(Caller caller, string? words, CancellationToken ct)
    {
        var asked = (words ?? "").Trim();
        if (asked.Length is 0 or > MostWords) return new Problem("review.report-unknown", "words");
        var id = Numbers().Match(asked) is { Success: true } m ? Guid.Parse(m.Value) : Guid.Empty;
        var found = await db.ReportsFor(caller).Where(r => r.Id == id || r.SourceId == asked).Select(r => r.Id).ToListAsync(ct);
        return found.Count == 1 ? found[0] : new Problem("review.report-unknown", "words");
    }

    /// <returns>Null when one of the two is not the caller's to see; problems when index or model cannot be asked.</returns>
    public async Task<Outcome<WhyAnswer>?> AskAsync(Caller caller, Guid personId, Guid reportId, CancellationToken ct)
    {
        if (!await MaySeeAsync(caller, personId, ct) || !await db.ReportsFor(caller).AnyAsync(r => r.Id == reportId, ct)) return null;
        await views.NoteAsync(caller, "person.why-asked", "person", personId, ct);
        return await inquiry.AskAsync(personId, reportId, ct);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
