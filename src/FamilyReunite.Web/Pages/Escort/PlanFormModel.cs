using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>A leg as typed; times as an input of type datetime-local sends them.</summary>
public sealed record LegInput(string? From, string? To, Transport Transport, string? Number, string? DepartsAt, string? ArrivesAt);

public sealed record EscortInput(string? Name, string? Duty);

/// <summary>The form that plans a journey. Rows are added and removed by buttons that send the form back, so it works without script.</summary>
public abstract class PlanFormModel(TripBook book, StationTime time) : EscortPage
{
    [BindProperty] public List<LegInput> Legs { get; set; } = [];

    [BindProperty] public List<EscortInput> Escorts { get; set; } = [];

    [BindProperty] public string? MedicalNotes { get; set; }

    [BindProperty] public List<string?> CheckIns { get; set; } = [];

    /// <summary>The button that was pressed: null or empty saves; <c>add-leg</c>, <c>remove-leg-2</c>, <c>add-escort</c>, <c>remove-escort-0</c>, <c>add-check-in</c>, <c>propose</c>.</summary>
    [BindProperty] public string? Step { get; set; }

    [BindProperty] public long Version { get; set; }

    public IReadOnlyList<TeamMember> Team { get; private set; } = [];

    public string? PersonName { get; protected set; }

    /// <summary>What stands now, when somebody else saved first.</summary>
    public TripView? Meanwhile { get; protected set; }

    /// <summary>Where leaving the form leads.</summary>
    public abstract string Back { get; }

    protected async Task ShowFormAsync()
    {
        Team = await book.TeamAsync(Caller, Aborted);
        if (Legs.Count == 0) Legs.Add(new LegInput(null, null, Transport.Train, null, null, null));
        if (Escorts.Count == 0) Escorts.Add(new EscortInput(null, null));
    }

    /// <summary>Carries out a row button; false when the form is to be saved.</summary>
    protected bool TakeStep()
    {
        if (string.IsNullOrEmpty(Step)) return false;
        var cut = Step.LastIndexOf('-');
        var row = int.TryParse(Step.AsSpan(cut + 1), out var number) ? number : -1;
        if (Step == "add-leg" && Legs.Count < TripLimits.Legs) Legs.Add(new LegInput(Legs.LastOrDefault()?.To, null, Transport.Train, null, null, null));
        else if (Step == "add-escort" && Escorts.Count < TripLimits.Escorts) Escorts.Add(new EscortInput(null, null));
        else if (Step == "add-check-in" && CheckIns.Count < TripLimits.CheckIns) CheckIns.Add(null);
        else if (Step == "propose") CheckIns = [.. CheckInProposal.For(Legs.Select(Draft)).Select(time.Field)];
        else if (Step.StartsWith("remove-leg-", StringComparison.Ordinal) && row >= 0 && row < Legs.Count) Legs.RemoveAt(row);
        else if (Step.StartsWith("remove-escort-", StringComparison.Ordinal) && row >= 0 && row < Escorts.Count) Escorts.RemoveAt(row);
        ModelState.Clear();
        return true;
    }

    /// <summary>The plan as typed; a row left wholly empty is no row.</summary>
    protected async Task<Outcome<TripPlan>> ReadAsync()
    {
        Legs = [.. Legs.Where(l => new[] { l.From, l.To, l.Number, l.DepartsAt, l.ArrivesAt }.Any(HasWords))];
        Escorts = [.. Escorts.Where(e => HasWords(e.Name) || HasWords(e.Duty))];
        CheckIns = [.. CheckIns.Where(HasWords)];
        var unreadable = CheckIns.FindIndex(c => time.Read(c) is null);
        if (unreadable >= 0) return new Problem("escort.check-in-unreadable", $"checkIns[{unreadable}]", unreadable + 1);
        var team = await book.TeamAsync(Caller, Aborted);
        var escorts = Escorts.Select(e => new EscortDraft(e.Name, e.Duty, team.Find(m => m.Name == e.Name?.Trim())?.AccountId));
        return new TripPlan([.. Legs.Select(Draft)], [.. escorts], MedicalNotes, [.. CheckIns.Select(time.Read).OfType<DateTimeOffset>()]);
    }

    protected void Fill(EscortTrip trip)
    {
        Legs = [.. trip.Legs.OrderBy(l => l.Order).Select(l => new LegInput(l.From, l.To, l.Transport, l.Number, time.Field(l.DepartsAt), time.Field(l.ArrivesAt)))];
        Escorts = [.. trip.Escorts.Select(e => new EscortInput(e.Name, e.Duty))];
        CheckIns = [.. trip.CheckIns.OrderBy(c => c.DueAt).Select(c => time.Field(c.DueAt))];
        (MedicalNotes, Version) = (trip.MedicalNotes, trip.Version);
    }

    private LegDraft Draft(LegInput l) => new(l.From, l.To, l.Transport, l.Number, time.Read(l.DepartsAt), time.Read(l.ArrivesAt));

    private static bool HasWords(string? text) => !string.IsNullOrWhiteSpace(text);
}
