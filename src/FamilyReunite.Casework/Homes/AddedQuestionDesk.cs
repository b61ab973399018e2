using FamilyReunite.Casework.Access;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <param name="WriteId">UUIDv7 made by the form; becomes the question's id.</param>
/// <param name="Divisions">Provinces, prefectures and counties, as names or codes, parted by signs or blanks.</param>
public sealed record NewQuestion(Guid WriteId, string? Text, string? Divisions, HowMany There, HowMany Elsewhere);

/// <param name="Where">Names of the divisions.</param>
public sealed record AddedQuestionLine(AddedQuestion Question, string Where, string? AddedBy);

/// <summary>The yes-or-no questions that a station adds to the interview.</summary>
public sealed class AddedQuestionDesk(ReuniteDb db, HomeSave save, Divisions divisions, HomeLines lines, StationQuestionBank bank, TimeProvider clock)
{
    private static readonly char[] Between = ['、', '，', ',', ' ', '\n', '；', ';'];

    /// <summary>Problems: record.not-found, home.question-needed, home.division-unknown, home.one-division-unknown, home.shares-equal, home.words-too-long, home.control-characters, record.busy.</summary>
    public async Task<Outcome<Done>> AddAsync(Caller caller, NewQuestion wanted, CancellationToken ct)
    {
        if (!caller.KeepsPeople) return new Problem("record.not-found");
        foreach (var (text, field, most) in new[] { (wanted.Text, "Text", AddedQuestion.MaxText), (wanted.Divisions, "Divisions", AddedQuestion.MaxDivisions) })
            if (HomeWords.Check(text, field, most) is { } wrong) return wrong;
        if (HomeWords.Clean(wanted.Text) is not { } question || !VisibleText.IsOneLine(question)) return new Problem("home.question-needed", "Text");
        var codes = new List<string>();
        foreach (var name in (wanted.Divisions ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (divisions.Find(name, DivisionLevel.County) is not { IsEmpty: false } division) return new Problem("home.one-division-unknown", "Divisions", name);
            codes.Add(division.At(DivisionLevel.County).Digits);
        }
        if (codes.Count == 0) return new Problem("home.division-unknown", "Divisions");
        if (wanted.There <= wanted.Elsewhere) return new Problem("home.shares-equal", "There");
        var added = new AddedQuestion(wanted.WriteId, caller.OrganisationId, question, string.Join(' ', codes.Distinct(StringComparer.Ordinal)), wanted.There, wanted.Elsewhere, caller.AccountId, clock.GetUtcNow());
        if (QuestionBankReader.Read(StationQuestionBank.Rows(added), []) is { Succeeded: false }) return new Problem("home.division-unknown", "Divisions");
        return await AskedAsync(save.SaveAsync(new ChangeNote(wanted.WriteId, caller.Actor, "question.added", "question", wanted.WriteId), () =>
        {
            db.AddedQuestions.Add(added);
            return Task.FromResult(Laid.Alone);
        }, ct), ct);
    }

    /// <summary>Problems: record.not-found, record.busy.</summary>
    public Task<Outcome<Done>> WithdrawAsync(Caller caller, Guid writeId, Guid questionId, CancellationToken ct) =>
        AskedAsync(save.SaveAsync(new ChangeNote(writeId, caller.Actor, "question.withdrawn", "question", questionId), async () =>
        {
            if (await Own(caller).SingleOrDefaultAsync(q => q.Id == questionId, ct) is not { } question) return Laid.Not("record.not-found");
            question.Withdraw(caller.AccountId, clock.GetUtcNow());
            return Laid.Alone;
        }, ct), ct);

    /// <summary>Those of the caller's station, newest first, withdrawn ones among them.</summary>
    public async Task<IReadOnlyList<AddedQuestionLine>> ListAsync(Caller caller, CancellationToken ct)
    {
        var all = await Own(caller).AsNoTracking().OrderByDescending(q => q.AddedAt).ThenByDescending(q => q.Id).ToListAsync(ct);
        var accounts = all.Select(q => q.AddedBy).Distinct().ToList();
        var who = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return [.. all.Select(q => new AddedQuestionLine(q, string.Join('、', q.Divisions.Split(' ').Select(lines.NameOf)), who.GetValueOrDefault(q.AddedBy)))];
    }

    /// <summary>What was saved is asked, or asked no more, from now on.</summary>
    private async Task<Outcome<Done>> AskedAsync(Task<Outcome<Done>> saving, CancellationToken ct)
    {
        var done = await saving;
        if (done.Succeeded) await bank.RefreshAsync(ct);
        return done;
    }

    private IQueryable<AddedQuestion> Own(Caller caller) => caller.KeepsPeople ? db.AddedQuestions.Where(q => q.OrganisationId == caller.OrganisationId) : db.AddedQuestions.Where(q => false);
}
