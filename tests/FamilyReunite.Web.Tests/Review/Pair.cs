using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Review;

/// <summary>A person of the first station beside a report of the second.</summary>
internal sealed record Pair(WebFixture Web, Guid Match, Guid Person, Guid Report)
{
    public static async Task<Pair> MakeAsync(WebFixture web, string name = "李某某", double probability = .4)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        var now = TimeProvider.System.GetUtcNow();
        var person = new StrandedPerson(WebFixture.NewId(), web.Station.Id, web.Station.District, now);
        person.Add(new Fact(WebFixture.NewId(), FactKind.HomeHeard, "购葛村", null, FactSource.SaidByPerson, null, null, now));
        var report = new MissingReport(WebFixture.NewId(), web.OtherStation.Id, web.OtherStation.District, now);
        report.Add(new Fact(WebFixture.NewId(), FactKind.Name, name, name, FactSource.SaidByFamily, null, null, now));
        const string evidence = """[{"feature":"home","level":"strong","weight":6.24,"zh":"听音“购葛”与苟角相近","en":"“购葛” sounds like Goujiao"},{"feature":"marks","level":"conflict","weight":-0.62,"zh":"痣的左右相反","en":"the mole is on the other side"}]""";
        var match = new CandidateMatch(WebFixture.NewId(), person.Id, report.Id, new MatchAssessment(-1.28, -6.9, probability, evidence, "1", "a"), now);
        db.AddRange(person, report, match);
        await db.SaveChangesAsync();
        return new Pair(web, match.Id, person.Id, report.Id);
    }

    public string Page => $"/Review/{Match:D}";

    public async Task<CandidateMatch> ReadAsync()
    {
        await using var scope = Web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReuniteDb>().CandidateMatches.AsNoTracking().Include(m => m.Decisions).SingleAsync(m => m.Id == Match);
    }

    /// <summary>Sends a step with what the page would send.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, string step, string text, string? reason = null, long? version = null, Guid? write = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Version"] = (version ?? (await ReadAsync()).Version).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["SeenAt"] = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Text"] = text,
            ["WriteId"] = (write ?? WebFixture.NewId()).ToString("D"),
        };
        if (reason is not null) fields["Reason"] = reason;
        return await WebFixture.PostAsync(client, "/Review", fields, $"{Page}/{step}");
    }
}
