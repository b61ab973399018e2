using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Setup;

/// <param name="Station">The station; the administrator belongs to it.</param>
/// <param name="Police">Name of the police unit of the same district; empty for none yet.</param>
public sealed record FirstRunAnswers(string UserName, string Password, NewOrganisation Station, string? Police);

/// <summary>The state of the installation as a whole, and its first run.</summary>
public sealed class Installation(ReuniteDb db, AccountDesk accounts, OrganisationDesk organisations, TimeProvider clock)
{
    /// <summary>True until the first account exists.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct) => !await db.Users.AnyAsync(ct);

    /// <summary>Makes the station, the police unit and the first administrator, all or nothing. Problems: setup.*, account.*.</summary>
    public async Task<Outcome<Done>> SetUpAsync(FirstRunAnswers answers, string? from, Guid writeId, CancellationToken ct)
    {
        var actor = Actor.System(from ?? "setup");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // of two that set up at the same moment the second finds the account of the first
        await new ChangeWriter(db, clock).TakeTurnAsync(ct);
        if (!await IsEmptyAsync(ct)) return new Problem("setup.done-already");
        var station = await organisations.AddAsync(answers.Station, actor, writeId, ct);
        if (!station.Succeeded) return station.Problems.ToArray();
        if (!string.IsNullOrWhiteSpace(answers.Police))
        {
            var police = await organisations.AddAsync(answers.Station with { Kind = OrganisationKind.Police, Name = answers.Police, Telephone = null }, actor, NewId(), ct);
            if (!police.Succeeded) return police.Problems.ToArray();
        }
        var made = await accounts.CreateAsync(new NewAccount(answers.UserName, answers.UserName, Role.Administrator, station.Value), answers.Password, actor, NewId(), ct);
        if (!made.Succeeded) return made.Problems.ToArray();
        await transaction.CommitAsync(ct);
        return Done.Instance;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
