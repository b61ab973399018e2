using System.Globalization;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.People;

/// <summary>A list of records with its filter; the filter names states, never persons, so it may stand in the address.</summary>
public abstract class RecordListPage(RecordLister lister) : ReunitePage
{
    public abstract RecordKind Kind { get; }

    /// <summary>Empty: those present; "all"; or the name of a status.</summary>
    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true)] public string? Sex { get; set; }

    [BindProperty(SupportsGet = true)] public AgeBand? Age { get; set; }

    [BindProperty(SupportsGet = true)] public StayBand? Stay { get; set; }

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public RecordPage List { get; private set; } = new([], null);

    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Sex) || Age is not null || Stay is not null;

    public bool MayAdd => Casework.Intake.IntakeDesk.MayWrite(Caller, Kind);

    public async Task OnGetAsync() => List = await lister.ListAsync(Caller, Kind, Filter, After, Aborted);

    private RecordFilter Filter => new(Enum.TryParse<RecordStatus>(State, out var status) ? status : null, State == "all", Sex, Age, Stay);

    /// <summary>Address of the page that follows.</summary>
    public string NextAddress(string path) => string.Create(CultureInfo.InvariantCulture, $"{path}?State={State}&Sex={Uri.EscapeDataString(Sex ?? "")}&Age={Age}&Stay={Stay}&After={List.Next}");
}
