using FamilyReunite.Casework.Database;
using FamilyReunite.Clues.Places;
using FamilyReunite.Data;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <summary>The names that all stations added, as the search for places takes them. Read again after each change and when a server starts. Thread-safe.</summary>
public sealed class AddedPlaceBook(IDbContextFactory<ReuniteDb> databases) : IAddedPlaces
{
    private volatile IReadOnlyList<AddedName> _current = [];

    public IReadOnlyList<AddedName> Current => _current;

    /// <summary>Reads the names anew; a database of an older version has none.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await DatabaseOpening.IsNewAsync(db, ct) || (await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        var stored = await db.AddedPlaces.AsNoTracking().Where(p => p.WithdrawnAt == null).OrderBy(p => p.Id).ToListAsync(ct);
        _current = [.. stored.SelectMany(Names)];
    }

    private static IEnumerable<AddedName> Names(AddedPlace place) =>
        DivisionCode.TryParse(place.Division, out var division)
            ? (place.AlsoCalled?.Split('、') ?? []).Prepend(place.Name).Select(name => new AddedName(division, name, place.Kind != AddedPlaceKind.NaturalVillage))
            : [];
}
