using FamilyReunite.Casework.Records;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.People;

/// <summary>One record: facts, home, candidates, what happened.</summary>
public abstract class RecordViewPage(RecordReader reader, TimelineReader timeline) : ReunitePage
{
    private RecordView? _view;

    public abstract RecordKind Kind { get; }

    public RecordView View => _view ?? throw new InvalidOperationException("The record was not read.");

    /// <summary>The places that a family's words point at.</summary>
    public IReadOnlyList<SaidHome> Homes { get; protected set; } = [];

    /// <summary>The likeliest homes of a stranded person; empty when the clues do not tell.</summary>
    public IReadOnlyList<HomeGuess> BestHomes { get; protected set; } = [];

    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    /// <summary>Photos of minors and of people on the street stay covered until they are opened.</summary>
    public bool Veiled => Kind == RecordKind.FieldContact || View.Row.MayBeMinor;

    public virtual async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotYours();
        return Page();
    }

    /// <summary>False when it is not there or not the caller's.</summary>
    protected async Task<bool> ReadAsync(Guid id)
    {
        _view = await reader.ReadAsync(Caller, Kind, id, Aborted);
        if (_view is null) return false;
        await ReadHomesAsync();
        Timeline = await timeline.ReadAsync(Caller, View.Record, Aborted);
        return true;
    }

    /// <summary>Fills the homes that the record's kind has.</summary>
    protected virtual Task ReadHomesAsync() => Task.CompletedTask;
}
