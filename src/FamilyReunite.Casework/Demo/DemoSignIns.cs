using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Demo;

/// <param name="Password">Made at random at every start with <c>--demo</c>.</param>
public sealed record DemoSignIn(string Role, string UserName, string Password);

/// <summary>One account per role of the demo. The passwords are new at each start and exist nowhere but on the console.</summary>
public sealed class DemoSignIns(ReuniteDb db, AccountDesk accounts, TimeProvider clock)
{
    private static readonly (string Role, string UserName, string DisplayName)[] Colleagues =
    [
        (Role.StationStaff, "staff", "王某"), (Role.PoliceLiaison, "liaison", "李某"), (Role.EscortTeam, "escort", "张某"),
        (Role.StationManager, "manager", "陈某"), (Role.Auditor, "auditor", "赵某"), (Role.Administrator, "admin", "周某"),
    ];

    /// <summary>Makes the accounts that are missing, in the station that keeps most people and in the police unit of its district, and gives all of them new passwords.</summary>
    /// <exception cref="InvalidOperationException">The installation holds no station or no police unit.</exception>
    public async Task<IReadOnlyList<DemoSignIn>> PrepareAsync(CancellationToken ct)
    {
        var stations = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Station).ToListAsync(ct);
        var kept = await db.StrandedPersons.GroupBy(p => p.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var station = stations.OrderByDescending(s => kept.GetValueOrDefault(s.Id)).ThenBy(s => s.Id).FirstOrDefault() ?? throw new InvalidOperationException("The demo needs a station.");
        var police = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Police && o.District == station.District).OrderBy(o => o.Id).FirstOrDefaultAsync(ct) ?? throw new InvalidOperationException("The demo needs a police unit in the station's district.");
        var list = new List<DemoSignIn>(Colleagues.Length);
        foreach (var (role, userName, displayName) in Colleagues)
            list.Add(new DemoSignIn(role, userName, await PasswordAsync(new NewAccount(userName, displayName, role, role == Role.PoliceLiaison ? police.Id : station.Id), ct)));
        return list;
    }

    private async Task<string> PasswordAsync(NewAccount wanted, CancellationToken ct)
    {
        var actor = Actor.System("demo");
        if (await db.Users.Where(u => u.UserName == wanted.UserName).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct) is { } id)
            return (await accounts.ResetPasswordAsync(id, actor, NewId(), ct)).Value!;
        var password = AccountDesk.MakePassword();
        var made = await accounts.CreateAsync(wanted, password, actor, NewId(), ct);
        return made.Succeeded ? password : throw new InvalidOperationException("A demo account could not be made: " + made.Problems[0].Code);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
