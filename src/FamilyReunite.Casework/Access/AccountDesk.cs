using System.Security.Cryptography;
using FamilyReunite.Data;
using FamilyReunite.Data.Accounts;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Access;

/// <param name="Role">One of <see cref="Domain.People.Role.All"/>.</param>
public sealed record NewAccount(string UserName, string DisplayName, string Role, Guid OrganisationId);

/// <param name="IsLocked">Switched off by an administrator.</param>
public sealed record AccountRow(Guid Id, string UserName, string DisplayName, string Role, string Organisation, bool IsLocked);

/// <summary>Makes, switches off and re-opens accounts; every step is in the audit chain.</summary>
public sealed class AccountDesk(ReuniteDb db, UserManager<Account> users, RoleManager<IdentityRole<Guid>> roles, ChangeWriter writer, TimeProvider clock)
{
    private const string PasswordAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Four groups of four, about 78 bits.</summary>
    public static string MakePassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordAlphabet, 4)));

    /// <summary>Problems: account.name-needed, account.role-unknown, account.organisation-unknown, account.duty-mismatch, account.name-taken, account.password-weak.</summary>
    public async Task<Outcome<Guid>> CreateAsync(NewAccount wanted, string password, Actor actor, Guid writeId, CancellationToken ct)
    {
        var name = wanted.UserName.Trim();
        if (name.Length is 0 or > 60 || !VisibleText.IsOneLine(name)) return new Problem("account.name-needed", nameof(wanted.UserName));
        if (!Role.All.Contains(wanted.Role)) return new Problem("account.role-unknown", nameof(wanted.Role));
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == wanted.OrganisationId, ct) is not { } organisation) return new Problem("account.organisation-unknown", nameof(wanted.OrganisationId));
        if ((wanted.Role == Role.PoliceLiaison) != (organisation.Kind == OrganisationKind.Police) && wanted.Role is Role.PoliceLiaison or Role.StationStaff or Role.StationManager or Role.EscortTeam)
            return new Problem("account.duty-mismatch", nameof(wanted.OrganisationId));
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        if (await writer.WasWrittenAsync(writeId, ct) && await users.FindByNameAsync(name) is { } made) return made.Id;
        if (!await roles.RoleExistsAsync(wanted.Role)) await roles.CreateAsync(new IdentityRole<Guid>(wanted.Role) { Id = Guid.CreateVersion7(clock.GetUtcNow()) });
        var account = new Account { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = name, DisplayName = VisibleText.WordsOf(wanted.DisplayName) ?? name, OrganisationId = wanted.OrganisationId };
        if (Refusal(await users.CreateAsync(account, password)) is { } problem) return problem;
        await users.AddToRoleAsync(account, wanted.Role);
        await writer.SaveAsync(new ChangeNote(writeId, actor, "account.created", "Account", account.Id, wanted.Role), ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        return account.Id;
    }

    /// <summary>Gives a new password and ends every session of the account.</summary>
    public async Task<Outcome<string>> ResetPasswordAsync(Guid accountId, Actor actor, Guid writeId, CancellationToken ct)
    {
        if (await users.FindByIdAsync(accountId.ToString()) is not { } account) return new Problem("account.not-found");
        var password = MakePassword();
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, password);
        await users.UpdateSecurityStampAsync(account);
        await writer.SaveAsync(new ChangeNote(writeId, actor, "account.password-reset", "Account", accountId), ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        return password;
    }

    /// <summary>Switches an account off or on again; nobody can switch off themselves.</summary>
    public async Task<Outcome<Done>> SetLockedAsync(Guid accountId, bool locked, Actor actor, Guid writeId, CancellationToken ct)
    {
        if (accountId == actor.AccountId) return new Problem("account.not-yourself");
        if (await users.FindByIdAsync(accountId.ToString()) is not { } account) return new Problem("account.not-found");
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await users.SetLockoutEndDateAsync(account, locked ? Forever : null);
        await users.UpdateSecurityStampAsync(account);
        await writer.SaveAsync(new ChangeNote(writeId, actor, locked ? "account.locked" : "account.unlocked", "Account", accountId), ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        return Done.Instance;
    }

    public async Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (from u in db.Users.AsNoTracking()
                          join o in db.Organisations on u.OrganisationId equals o.Id
                          join ur in db.UserRoles on u.Id equals ur.UserId
                          join r in db.Roles on ur.RoleId equals r.Id
                          orderby o.Name, u.UserName
                          select new { u.Id, u.UserName, u.DisplayName, Role = r.Name, Organisation = o.Name, u.LockoutEnd }).ToListAsync(ct);
        return [.. rows.Select(r => new AccountRow(r.Id, r.UserName ?? "", r.DisplayName, r.Role ?? "", r.Organisation, r.LockoutEnd > now.AddYears(100)))];
    }

    private static Problem? Refusal(IdentityResult result) => result.Succeeded ? null
        : result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? new Problem("account.name-taken", nameof(NewAccount.UserName))
        : new Problem("account.password-weak", "Password", AccountRules.MinPasswordLength);
}
