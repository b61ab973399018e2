using System.Globalization;
using FamilyReunite.Casework.Audit;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Audit;

/// <summary>Who did what to which record, when, from where; whether the chain holds; the rows as a file.</summary>
public sealed class IndexModel(AuditReader reader, AuditExport export, ChainCheck chain, StationTime time) : ReunitePage
{
    [BindProperty(SupportsGet = true, Name = "account")]
    public Guid? Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Act { get; set; }

    /// <summary>As typed; an id that cannot be read finds nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "record")]
    public string? Record { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public AuditPage Found { get; private set; } = new([], null);

    public IReadOnlyList<(Guid Id, string Name)> Accounts { get; private set; } = [];

    public IReadOnlyList<string> Actions { get; private set; } = [];

    public ChainState? Chain { get; private set; }

    public bool RecordIsUnreadable => !string.IsNullOrWhiteSpace(Record) && !Guid.TryParse(Record, out _);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.ReadAsync(Caller, Filter, Aborted) is not { } page) return NotYours();
        Found = RecordIsUnreadable ? Found : page;
        Accounts = await reader.AccountsAsync(Caller, Aborted);
        Actions = await reader.ActionsAsync(Caller, Aborted);
        Chain = await chain.LastAsync(Caller, Aborted);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync() =>
        (await chain.RunAsync(Caller, WriteId, Aborted)).Succeeded ? Redirect("/Audit") : NotYours();

    public async Task<IActionResult> OnPostExportAsync()
    {
        var file = new MemoryStream();
        var outcome = await export.WriteAsync(Caller, Filter, WriteId, file, Aborted);
        if (outcome.Succeeded) return File(file.ToArray(), "text/csv; charset=utf-8", "audit.csv");
        Show(outcome.Problems);
        return await OnGetAsync();
    }

    /// <summary>The filter as "?act=review&amp;before=120".</summary>
    public string Query(long? before)
    {
        var query = new QueryBuilder();
        if (Account is { } account) query.Add("account", account.ToString("D"));
        if (!string.IsNullOrEmpty(Act)) query.Add("act", Act);
        if (!string.IsNullOrEmpty(Record)) query.Add("record", Record);
        if (From is { } from) query.Add("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Until is { } until) query.Add("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (before is { } row) query.Add("before", row.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private AuditFilter Filter => new(Account, Act, Guid.TryParse(Record, out var id) ? id : null, time.Midnight(From), time.NextMidnight(Until), Before);
}
