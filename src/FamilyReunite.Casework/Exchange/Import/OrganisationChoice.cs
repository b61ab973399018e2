using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Which organisation keeps the records of a row: the one it names by id or name, else the asked-for one, else the first of the fitting kind. An empty installation gets one.</summary>
internal sealed class OrganisationChoice
{
    /// <summary>Name of the station that an import into an empty installation makes.</summary>
    public const string FirstStation = "本站";

    private readonly Dictionary<string, Organisation> _byName;

    private OrganisationChoice(IReadOnlyList<Organisation> all, Organisation otherwise)
    {
        Default = otherwise;
        _byName = all.ToDictionary(o => o.Id.ToString());
        foreach (var o in all) _byName.TryAdd(o.Name, o);
    }

    public Organisation Default { get; }

    /// <summary>Null when no organisation has that id or name.</summary>
    public Organisation? Named(string idOrName) => _byName.GetValueOrDefault(idOrName.Trim());

    /// <summary>Problems: import.organisation-unknown.</summary>
    public static async Task<Outcome<OrganisationChoice>> LoadAsync(ReuniteDb db, ImportRequest request, TimeProvider clock, CancellationToken ct)
    {
        var all = await db.Organisations.AsNoTracking().OrderBy(o => o.Id).ToListAsync(ct);
        if (request.OrganisationId is { } wanted)
            return all.Find(o => o.Id == wanted) is { } found ? new OrganisationChoice(all, found) : new Problem("import.organisation-unknown", "organisation");
        if (all.Count == 0)
        {
            var made = new Organisation(Guid.CreateVersion7(clock.GetUtcNow()), OrganisationKind.Station, FirstStation, "", null);
            db.Organisations.Add(made);
            await new ChangeWriter(db, clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(clock.GetUtcNow()), request.Actor, "organisation.created", "organisation", made.Id, made.Kind.ToString()), ct);
            all.Add(made);
        }
        var fitting = request.Kind == RecordKind.Missing ? OrganisationKind.Police : OrganisationKind.Station;
        return new OrganisationChoice(all, all.Find(o => o.Kind == fitting) ?? all[0]);
    }
}
