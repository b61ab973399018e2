using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <param name="WriteId">UUIDv7 made by the form; becomes the answer's id.</param>
/// <param name="Asked">The question as it was put.</param>
/// <param name="Answered">The answer as it was offered.</param>
/// <param name="Words">What was said, verbatim.</param>
public sealed record NewAnswer(Guid WriteId, Guid PersonId, string Question, string Asked, string Option, string Answered, string? Words, Guid? ClipId);

/// <summary>Takes in what a person answers, by the station that keeps the record.</summary>
public sealed class InterviewDesk(ReuniteDb db, HomeSave save, TimeProvider clock)
{
    /// <summary>Problems: record.not-found, home.option-needed, home.said-needed, home.clip-unknown, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Done>> AnswerAsync(Caller caller, NewAnswer given, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(given.Question) || string.IsNullOrWhiteSpace(given.Option)) return new Problem("home.option-needed", "Option");
        foreach (var (text, field, most) in new[] { (given.Words, "Words", InterviewAnswer.MaxWords), (given.Question, "Question", 100), (given.Option, "Option", 100), (given.Asked, "Question", 500), (given.Answered, "Option", 500) })
            if (HomeWords.Check(text, field, most) is { } wrong) return wrong;
        if (given.Option == ProposedOption.Said && HomeWords.Clean(given.Words) is null) return new Problem("home.said-needed", "Words");
        var note = new ChangeNote(given.WriteId, caller.Actor, "person.home-answered", "person", given.PersonId, given.Question);
        return await save.SaveAsync(note, async () =>
        {
            if (await OwnAsync(caller, given.PersonId, ct) is not { } person) return Laid.Not("record.not-found");
            if (given.ClipId is { } clip && !person.Attachments.Any(a => a.Id == clip && a.Kind == AttachmentKind.Audio)) return Laid.Not("home.clip-unknown", "ClipId");
            db.InterviewAnswers.Add(new InterviewAnswer(given.WriteId, person.Id, given.Question, given.Asked, given.Option, given.Answered, HomeWords.Clean(given.Words), given.ClipId, caller.AccountId, clock.GetUtcNow()));
            return Laid.Clue(person);
        }, ct);
    }

    /// <summary>Takes back an answer that was noted by mistake; it stays in the list. Problems: record.not-found, record.busy.</summary>
    public async Task<Outcome<Done>> WithdrawAsync(Caller caller, Guid writeId, Guid answerId, CancellationToken ct)
    {
        if (await db.AnswersFor(caller).AsNoTracking().SingleOrDefaultAsync(a => a.Id == answerId, ct) is not { } seen) return new Problem("record.not-found");
        var note = new ChangeNote(writeId, caller.Actor, "person.home-answer-withdrawn", "person", seen.PersonId, seen.Question);
        return await save.SaveAsync(note, async () =>
        {
            if (await OwnAsync(caller, seen.PersonId, ct) is not { } person) return Laid.Not("record.not-found");
            var answer = await db.InterviewAnswers.SingleAsync(a => a.Id == answerId, ct);
            return answer.Withdraw(caller.AccountId, clock.GetUtcNow()) ? Laid.Clue(person) : Laid.Alone;
        }, ct);
    }

    private async Task<StrandedPerson?> OwnAsync(Caller caller, Guid id, CancellationToken ct) => IntakeDesk.MayWrite(caller, RecordKind.Stranded)
        ? await db.StrandedPersons.Include(p => p.Attachments).SingleOrDefaultAsync(p => p.Id == id && p.OrganisationId == caller.OrganisationId, ct)
        : null;
}
