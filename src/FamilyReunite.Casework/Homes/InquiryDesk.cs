using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <param name="WriteId">UUIDv7 made by the form; becomes the inquiry's id.</param>
/// <param name="Share">Which of <see cref="SharedLines"/> are told.</param>
/// <param name="To">An organisation of this installation; or</param>
/// <param name="Outside">somebody outside, in words.</param>
public sealed record NewInquiry(Guid WriteId, Guid PersonId, string? Division, string? LookFor, IReadOnlyList<FactKind> Share, Guid? To, string? Outside);

/// <summary>Asks the station of a place whether somebody there knows the person, and takes in the reply.</summary>
public sealed class InquiryDesk(ReuniteDb db, HomeSave save, SharedLines shared, Divisions divisions, ViewLog views, TimeProvider clock)
{
    /// <summary>Problems: record.not-found, home.person-hidden, home.division-unknown, home.look-for-needed, home.to-needed, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Guid>> AskAsync(Caller caller, NewInquiry asked, CancellationToken ct)
    {
        if (divisions.Find(asked.Division) is not { } division) return new Problem("home.division-unknown", "Division");
        if ((HomeWords.Check(asked.LookFor, "LookFor", HomeInquiry.MaxWords) ?? HomeWords.Check(asked.Outside, "Outside", HomeInquiry.MaxWords)) is { } wrong) return wrong;
        if (HomeWords.Clean(asked.LookFor) is not { } lookFor) return new Problem("home.look-for-needed", "LookFor");
        var outside = HomeWords.Clean(asked.Outside);
        if (asked.To is null == outside is null) return new Problem("home.to-needed", "To");
        var note = new ChangeNote(asked.WriteId, caller.Actor, "person.home-asked", "person", asked.PersonId, division.Digits);
        var done = await save.SaveAsync(note, async () =>
        {
            var person = IntakeDesk.MayWrite(caller, RecordKind.Stranded) ? await db.StrandedPersons.Include(p => p.Facts).SingleOrDefaultAsync(p => p.Id == asked.PersonId && p.OrganisationId == caller.OrganisationId, ct) : null;
            if (person is null) return Laid.Not("record.not-found");
            if (person.DoesNotWantToBeFound) return Laid.Not("home.person-hidden");
            if (asked.To is { } to && !await db.Organisations.AnyAsync(o => o.Id == to && o.Id != caller.OrganisationId, ct)) return Laid.Not("home.to-needed", "To");
            var told = string.Join('\n', shared.Of(person).Where(l => asked.Share.Contains(l.Kind)).Select(l => l.Words));
            db.HomeInquiries.Add(new HomeInquiry(asked.WriteId, person.Id, caller.OrganisationId, division.Digits, lookFor, told, asked.To, outside, caller.AccountId, clock.GetUtcNow()));
            return Laid.Alone;
        }, ct);
        return done.Succeeded ? asked.WriteId : done.Problems.ToArray();
    }

    /// <summary>The reply, noted by whoever was asked or by the station that asked. Problems: record.not-found, home.reply-needed, home.not-waiting, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Done>> AnswerAsync(Caller caller, Guid writeId, Guid inquiryId, InquiryState state, string? reply, string? repliedBy, CancellationToken ct)
    {
        if ((HomeWords.Check(reply, "Reply", HomeInquiry.MaxWords) ?? HomeWords.Check(repliedBy, "RepliedBy", 200)) is { } wrong) return wrong;
        if (await FindAsync(caller, inquiryId, ct) is not { } seen) return new Problem("record.not-found");
        var note = new ChangeNote(writeId, caller.Actor, "person.home-replied", "person", seen.PersonId, state.ToString());
        return await save.SaveAsync(note, async () =>
        {
            var inquiry = await db.HomeInquiries.SingleAsync(i => i.Id == inquiryId, ct);
            return Laid.Not(inquiry.Answer(state, HomeWords.Clean(reply), HomeWords.Clean(repliedBy), caller.AccountId, clock.GetUtcNow()).Problems);
        }, ct);
    }

    /// <summary>The asking station needs no answer any more; whoever was asked no longer sees it. Problems: record.not-found, record.busy.</summary>
    public async Task<Outcome<Done>> WithdrawAsync(Caller caller, Guid writeId, Guid inquiryId, CancellationToken ct)
    {
        if (await FindAsync(caller, inquiryId, ct) is not { } seen || seen.OrganisationId != caller.OrganisationId) return new Problem("record.not-found");
        var note = new ChangeNote(writeId, caller.Actor, "person.home-ask-withdrawn", "person", seen.PersonId);
        return await save.SaveAsync(note, async () =>
        {
            (await db.HomeInquiries.SingleAsync(i => i.Id == inquiryId, ct)).Withdraw(caller.AccountId, clock.GetUtcNow());
            return Laid.Alone;
        }, ct);
    }

    /// <summary>An inquiry to read; null when it is not there or not the caller's. Who looked is noted.</summary>
    /// <param name="printed">A sheet leaves the house: each time is noted.</param>
    public async Task<HomeInquiry?> ReadAsync(Caller caller, Guid inquiryId, bool printed, CancellationToken ct)
    {
        if (await db.InquiriesFor(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == inquiryId, ct) is not { } inquiry) return null;
        await views.NoteAsync(caller, printed ? "inquiry.printed" : "inquiry.viewed", "inquiry", inquiryId, ct, everyTime: printed);
        return inquiry;
    }

    /// <summary>Organisations in whose district a place lies, or that lie in it, the nearest level first.</summary>
    public async Task<IReadOnlyList<Domain.People.Organisation>> AddresseesAsync(Caller caller, DivisionCode division, CancellationToken ct)
    {
        var all = await HousesAsync(caller, ct);
        return [.. all.Where(o => DivisionCode.TryParse(o.District, out var d) && (d.Contains(division) || division.Contains(d))).OrderBy(o => Math.Abs(o.District.Length - division.Digits.Length)).ThenBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every other organisation of this installation.</summary>
    public async Task<IReadOnlyList<Domain.People.Organisation>> HousesAsync(Caller caller, CancellationToken ct) => await db.Organisations.AsNoTracking().Where(o => o.Id != caller.OrganisationId).ToListAsync(ct);

    /// <summary>Seen by the caller, and its own to change: asked by or put to its organisation.</summary>
    private async Task<HomeInquiry?> FindAsync(Caller caller, Guid id, CancellationToken ct) =>
        await db.InquiriesFor(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && (i.OrganisationId == caller.OrganisationId || i.ToOrganisationId == caller.OrganisationId), ct);
}
