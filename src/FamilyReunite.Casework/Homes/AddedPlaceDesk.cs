using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <param name="WriteId">UUIDv7 made by the form; becomes the place's id.</param>
/// <param name="Division">The county, town or village it lies in, as a name or a code.</param>
public sealed record NewPlace(Guid WriteId, AddedPlaceKind Kind, string? Name, string? AlsoCalled, string? Division, string? Note);

/// <param name="Within">Name of the division it lies in.</param>
public sealed record AddedPlaceLine(AddedPlace Place, string Within, string? AddedBy);

/// <summary>The places that a station adds to the built-in list: its natural villages, merged villages, corrections.</summary>
public sealed class AddedPlaceDesk(ReuniteDb db, HomeSave save, Divisions divisions, HomeLines lines, AddedPlaceBook book, TimeProvider clock)
{
    /// <summary>Problems: record.not-found, home.place-name-needed, home.division-unknown, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Done>> AddAsync(Caller caller, NewPlace wanted, CancellationToken ct)
    {
        if (!caller.KeepsPeople) return new Problem("record.not-found");
        foreach (var (text, field, most) in new[] { (wanted.Name, "Name", AddedPlace.MaxName), (wanted.AlsoCalled, "AlsoCalled", AddedPlace.MaxNote), (wanted.Note, "Note", AddedPlace.MaxNote) })
            if (HomeWords.Check(text, field, most) is { } wrong) return wrong;
        if (HomeWords.Clean(wanted.Name) is not { } name || !VisibleText.IsOneLine(name)) return new Problem("home.place-name-needed", "Name");
        if (divisions.Find(wanted.Division, DivisionLevel.Village) is not { Level: >= DivisionLevel.County } division) return new Problem("home.division-unknown", "Division");
        var also = HomeWords.Clean(wanted.AlsoCalled) is { } words ? string.Join('、', words.Split(['、', '，', ',', ' ', '\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;
        var note = new ChangeNote(wanted.WriteId, caller.Actor, "place.added", "place", wanted.WriteId, wanted.Kind.ToString());
        return await KnownAsync(save.SaveAsync(note, () =>
        {
            db.AddedPlaces.Add(new AddedPlace(wanted.WriteId, caller.OrganisationId, wanted.Kind, name, also, division.Digits, HomeWords.Clean(wanted.Note), caller.AccountId, clock.GetUtcNow()));
            return Task.FromResult(Laid.Alone);
        }, ct), ct);
    }

    /// <summary>Problems: record.not-found, record.busy.</summary>
    public async Task<Outcome<Done>> WithdrawAsync(Caller caller, Guid writeId, Guid placeId, CancellationToken ct)
    {
        var note = new ChangeNote(writeId, caller.Actor, "place.withdrawn", "place", placeId);
        return await KnownAsync(save.SaveAsync(note, async () =>
        {
            if (await Own(caller).SingleOrDefaultAsync(p => p.Id == placeId, ct) is not { } place) return Laid.Not("record.not-found");
            place.Withdraw(caller.AccountId, clock.GetUtcNow());
            return Laid.Alone;
        }, ct), ct);
    }

    /// <summary>Those of the caller's station, newest first, withdrawn ones among them.</summary>
    public async Task<IReadOnlyList<AddedPlaceLine>> ListAsync(Caller caller, CancellationToken ct)
    {
        var all = await Own(caller).AsNoTracking().OrderByDescending(p => p.AddedAt).ThenByDescending(p => p.Id).ToListAsync(ct);
        var accounts = all.Select(p => p.AddedBy).Distinct().ToList();
        var who = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return [.. all.Select(p => new AddedPlaceLine(p, lines.NameOf(p.Division), who.GetValueOrDefault(p.AddedBy)))];
    }

    /// <summary>What was saved is sought from now on.</summary>
    private async Task<Outcome<Done>> KnownAsync(Task<Outcome<Done>> saving, CancellationToken ct)
    {
        var done = await saving;
        if (done.Succeeded) await book.RefreshAsync(ct);
        return done;
    }

    private IQueryable<AddedPlace> Own(Caller caller) => caller.KeepsPeople ? db.AddedPlaces.Where(p => p.OrganisationId == caller.OrganisationId) : db.AddedPlaces.Where(p => false);
}
