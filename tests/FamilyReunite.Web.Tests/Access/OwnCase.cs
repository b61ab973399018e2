using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Web.Tests.Escort;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Access;

/// <summary>A case that lies wholly in the first station and its district: person, report, street contact, confirmed match, journey, a recording, an inquiry and a listening request.</summary>
internal sealed record OwnCase(WebFixture Web, Guid Person, Guid Report, Guid Contact, Guid Match, Guid Trip, Guid File, Guid Inquiry, Guid Listening)
{
    public const string FamilyTelephone = "13900001111";

    public static async Task<OwnCase> MakeAsync(WebFixture web, TripState state = TripState.UnderWay)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var person = new StrandedPerson(WebFixture.NewId(), web.Station.Id, web.Station.District, at) { CallName = "小河", Status = RecordStatus.Matched };
        var file = new Attachment(WebFixture.NewId(), AttachmentKind.Audio, new string('a', 64), "audio/wav", 4, "voice.wav", null, null, 0, null, null, at);
        person.Attach(file);
        var report = new MissingReport(WebFixture.NewId(), web.Station.Id, web.Station.District, at) { Status = RecordStatus.Matched };
        report.Add(new Fact(WebFixture.NewId(), FactKind.ReporterContact, FamilyTelephone, null, FactSource.SaidByFamily, null, null, at));
        var contact = new FieldContact(WebFixture.NewId(), web.Station.Id, web.Station.District, at);
        var match = new CandidateMatch(WebFixture.NewId(), person.Id, report.Id, new MatchAssessment(2, -3, .8, "[]", "1", "f"), at);
        foreach (var organisation in new[] { web.Police, web.Station })
            Assert.True(match.Decide(new Decision(WebFixture.NewId(), DecisionAction.Confirm, WebFixture.NewId(), organisation.Id, at, "家属辨认照片并说出胎记位置")).Succeeded);
        var inquiry = new HomeInquiry(WebFixture.NewId(), person.Id, web.Station.Id, "511324", "有没有走失的人", "男，约40岁", null, "仪陇救助站", WebFixture.NewId(), at);
        var listening = new ListeningRequest(WebFixture.NewId(), person.Id, web.Station.Id, file.Id, "听听是哪里口音", Sex.Male, null, [], WebFixture.NewId(), at);
        await using (var scope = web.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
            db.AddRange(person, report, contact, match, inquiry, listening);
            await db.SaveChangesAsync();
        }
        return new OwnCase(web, person.Id, report.Id, contact.Id, match.Id, await web.TripAsync(match, state), file.Id, inquiry.Id, listening.Id);
    }

    /// <summary>Everything that a person's write could have moved. Looks are no changes, and the follower of the outbox, who works meanwhile, does not count.</summary>
    public async Task<string> StateAsync()
    {
        await using var scope = Web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        var counts = new[] { await db.Facts.CountAsync(), await db.Attachments.CountAsync(), await db.Records.CountAsync(), await db.Organisations.CountAsync(), await db.Users.CountAsync(), await db.EscortTrips.CountAsync(), await db.InterviewAnswers.CountAsync(), await db.HomeInquiries.CountAsync(), await db.ListeningRequests.CountAsync(), await db.AddedPlaces.CountAsync(), await db.AddedQuestions.CountAsync(), await db.Set<Domain.Candidates.Decision>().CountAsync() };
        var versions = new[] { await db.Records.SumAsync(r => r.Version), await db.EscortTrips.SumAsync(t => t.Version) };
        var changes = await db.AuditEntries.CountAsync(a => a.Actor != null && !a.Action.EndsWith("viewed") && !a.Action.EndsWith("printed") && !a.Action.StartsWith("account.sign"));
        return $"{string.Join(',', counts)} {string.Join(',', versions)} {changes}";
    }
}
