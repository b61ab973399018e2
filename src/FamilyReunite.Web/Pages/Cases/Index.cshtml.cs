using System.Globalization;
using FamilyReunite.Casework.Review;
using FamilyReunite.Data;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Pages.Cases;

/// <summary>The people and reports of the liaison's district. Words are sent, never put into the address.</summary>
public sealed class IndexModel(CaseList cases, ReuniteDb db, StationTime time) : ReunitePage
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public RecordKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public RecordStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "house")]
    public Guid? House { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "open")]
    public bool OpenOnly { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public string? Words { get; set; }

    public CaseListPage Found { get; private set; } = new([], 0, 1);

    public IReadOnlyList<Organisation> Houses { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    /// <summary>A search changes nothing, so it is answered at once.</summary>
    public Task OnPostAsync()
    {
        ModelState.Clear();
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        var district = Caller.District;
        Houses = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Station && o.District.StartsWith(district)).OrderBy(o => o.Name).ToListAsync(Aborted);
        var words = Words?.Length > 100 ? Words[..100] : Words;
        Found = await cases.FindAsync(Caller, new CaseListFilter(Kind, Status, House, time.Midnight(From), time.NextMidnight(Until), OpenOnly, words, Math.Max(1, PageNumber)), Aborted);
    }
}
