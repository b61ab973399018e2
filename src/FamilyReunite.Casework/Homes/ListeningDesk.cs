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
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <param name="WriteId">UUIDv7 made by the form; becomes the request's id.</param>
/// <param name="To">Organisations whose people are asked.</param>
public sealed record NewListening(Guid WriteId, Guid PersonId, Guid? ClipId, string? Words, IReadOnlyList<Guid> To);

/// <param name="Home">Whose speech is the listener's own: a name or a code; null for the organisation's district.</param>
public sealed record NewOpinion(Guid WriteId, Guid RequestId, ListeningVerdict? Verdict, string? Home, string? Words);

/// <summary>Sends a recording of a person's speech to colleagues of a region and takes in what they think.</summary>
public sealed class ListeningDesk(ReuniteDb db, HomeSave save, Divisions divisions, IBlobStore blobs, ViewLog views, TimeProvider clock)
{
    /// <summary>Problems: record.not-found, home.person-hidden, home.clip-needed, home.addressee-needed, home.words-needed, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Guid>> AskAsync(Caller caller, NewListening asked, CancellationToken ct)
    {
        if (HomeWords.Check(asked.Words, "Words", ListeningRequest.MaxWords) is { } wrong) return wrong;
        if (HomeWords.Clean(asked.Words) is not { } words) return new Problem("home.words-needed", "Words");
        var note = new ChangeNote(asked.WriteId, caller.Actor, "person.home-listening-asked", "person", asked.PersonId);
        var done = await save.SaveAsync(note, async () =>
        {
            var person = IntakeDesk.MayWrite(caller, RecordKind.Stranded) ? await db.StrandedPersons.Include(p => p.Facts).Include(p => p.Attachments).SingleOrDefaultAsync(p => p.Id == asked.PersonId && p.OrganisationId == caller.OrganisationId, ct) : null;
            if (person is null) return Laid.Not("record.not-found");
            if (person.DoesNotWantToBeFound) return Laid.Not("home.person-hidden");
            if (person.Attachments.FirstOrDefault(a => a.Id == asked.ClipId && a.Kind == AttachmentKind.Audio) is not { } clip) return Laid.Not("home.clip-needed", "ClipId");
            var to = await db.Organisations.Where(o => asked.To.Contains(o.Id) && o.Id != caller.OrganisationId).Select(o => o.Id).ToListAsync(ct);
            if (to.Count == 0) return Laid.Not("home.addressee-needed", "To");
            var now = clock.GetUtcNow();
            var sex = person.Current(FactKind.Sex).LastOrDefault()?.Understood switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown };
            db.ListeningRequests.Add(new ListeningRequest(asked.WriteId, person.Id, caller.OrganisationId, clip.Id, words, sex, person.Current(FactKind.Age).LastOrDefault()?.Understood,
                to.Select(o => new ListeningAddressee(Guid.CreateVersion7(now), o)), caller.AccountId, now));
            return Laid.Alone;
        }, ct);
        return done.Succeeded ? asked.WriteId : done.Problems.ToArray();
    }

    /// <summary>What a listener thinks; the same listener may change it. Problems: record.not-found, home.verdict-needed, home.division-unknown, home.listening-closed, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Done>> AnswerAsync(Caller caller, NewOpinion given, CancellationToken ct)
    {
        if (given.Verdict is not { } verdict) return new Problem("home.verdict-needed", "Verdict");
        if (HomeWords.Check(given.Words, "Words", ListeningRequest.MaxWords) is { } wrong) return wrong;
        if (divisions.Find(HomeWords.Clean(given.Home) ?? caller.District) is not { } home) return new Problem("home.division-unknown", "Home");
        if (await db.ListeningFor(caller).AsNoTracking().Select(r => new { r.Id, r.PersonId }).SingleOrDefaultAsync(r => r.Id == given.RequestId, ct) is not { } seen) return new Problem("record.not-found");
        var note = new ChangeNote(given.WriteId, caller.Actor, "person.home-listened", "person", seen.PersonId, verdict.ToString());
        return await save.SaveAsync(note, async () =>
        {
            var request = await db.ListeningRequests.Include(r => r.Answers).SingleAsync(r => r.Id == given.RequestId, ct);
            var added = request.Add(new ListeningAnswer(given.WriteId, caller.AccountId, caller.OrganisationId, home.Digits, verdict, HomeWords.Clean(given.Words), clock.GetUtcNow()));
            return added.Succeeded ? Laid.Clue(await db.StrandedPersons.SingleAsync(p => p.Id == request.PersonId, ct)) : Laid.Not(added.Problems);
        }, ct);
    }

    /// <summary>From then on whoever was asked neither hears nor sees it. Problems: record.not-found, record.busy.</summary>
    public async Task<Outcome<Done>> CloseAsync(Caller caller, Guid writeId, Guid requestId, CancellationToken ct)
    {
        if (!IntakeDesk.MayWrite(caller, RecordKind.Stranded) || await db.ListeningFor(caller).AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId && r.OrganisationId == caller.OrganisationId, ct) is not { } seen) return new Problem("record.not-found");
        var note = new ChangeNote(writeId, caller.Actor, "person.home-listening-closed", "person", seen.PersonId);
        return await save.SaveAsync(note, async () =>
        {
            (await db.ListeningRequests.SingleAsync(r => r.Id == requestId, ct)).Close(clock.GetUtcNow());
            return Laid.Alone;
        }, ct);
    }

    /// <summary>A request to read; null when it is not there or not the caller's. Who looked is noted.</summary>
    public async Task<ListeningRequest?> ReadAsync(Caller caller, Guid requestId, CancellationToken ct)
    {
        if (await db.ListeningFor(caller).AsNoTracking().Include(r => r.Addressees).Include(r => r.Answers).SingleOrDefaultAsync(r => r.Id == requestId, ct) is not { } request) return null;
        await views.NoteAsync(caller, "listening.viewed", "listening", requestId, ct);
        return request;
    }

    /// <summary>The recording, without the name of its file; null when there is none to hear. Playing it is noted like a look at any file.</summary>
    public async Task<OpenedFile?> OpenClipAsync(Caller caller, Guid requestId, CancellationToken ct)
    {
        var clip = await db.ListeningFor(caller).AsNoTracking().Where(r => r.Id == requestId).SelectMany(r => db.Attachments.Where(a => a.Id == r.ClipId)).SingleOrDefaultAsync(ct);
        if (clip is null || blobs.OpenRead(clip.Sha256) is not { } content) return null;
        await views.NoteAsync(caller, "person.file-viewed", "attachment", clip.Id, ct);
        return new OpenedFile(content, clip.MediaType, "", clip.Kind);
    }
}
