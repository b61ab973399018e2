using FamilyReunite.Casework.Demo;
using FamilyReunite.Casework.Tests.Exchange;
using FamilyReunite.Data.Accounts;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Demo;

public sealed class DemoTests
{
    private const int Kept = 40;

    [Fact]
    public async Task Load_Twice_AddsOnceAndNeverTheTruePairs()
    {
        await using var desk = await Desk.OpenAsync();
        var folder = await SampleAsync(desk);
        var first = await desk.Get<DemoLoader>().LoadAsync(folder, null, default);
        Assert.Empty(first.Problems);
        await using var db = desk.Db();
        Assert.Equal(first.Value, await db.Records.LongCountAsync());
        Assert.Equal((6, 44), (await db.Organisations.CountAsync(), await db.FieldContacts.CountAsync()));
        Assert.Equal(3, await db.Attachments.CountAsync(a => a.Kind == AttachmentKind.Audio));
        Assert.Empty(await db.CandidateMatches.ToListAsync());
        desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, (await desk.Get<DemoLoader>().LoadAsync(folder, null, default)).Value);
        Assert.Equal(3, await db.Attachments.CountAsync(a => a.Kind == AttachmentKind.Audio));
    }

    [Fact]
    public async Task Load_Contacts_WereVisitedUntilYesterday()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Get<DemoLoader>().LoadAsync(await SampleAsync(desk), null, default);
        await using var db = desk.Db();
        var last = (await db.FieldContacts.Include(c => c.Visits).ToListAsync()).SelectMany(c => c.Visits).Max(v => v.At);
        Assert.InRange((Desk.Start - last).TotalDays, 1, 2);
    }

    [Fact]
    public async Task LoadTrips_WithAccounts_StandAroundNowOnConfirmedMatches()
    {
        await using var desk = await Desk.OpenAsync();
        var folder = await SampleAsync(desk);
        await desk.Get<DemoLoader>().LoadAsync(folder, null, default);
        Assert.Equal("demo.no-accounts", Assert.Single((await desk.Get<DemoTrips>().LoadAsync(folder, default)).Problems).Code);
        await AccountAsync(desk, Role.StationManager);
        await AccountAsync(desk, Role.PoliceLiaison);
        var loaded = await desk.Get<DemoTrips>().LoadAsync(folder, default);
        Assert.Empty(loaded.Problems);
        Assert.Equal(12, loaded.Value);
        Assert.Equal(0, (await desk.Get<DemoTrips>().LoadAsync(folder, default)).Value);

        await using var db = desk.Db();
        var trips = await db.EscortTrips.Include(t => t.Legs).Include(t => t.CheckIns).Include(t => t.Events).ToListAsync();
        Assert.Equal(Enum.GetValues<TripState>().Order(), trips.Select(t => t.State).Distinct().Order());
        Assert.All(trips.Where(t => t.State == TripState.Planned), t => Assert.InRange((t.DepartsAt!.Value - Desk.Start).TotalDays, 0, 5));
        Assert.Contains(trips.Where(t => t.State == TripState.UnderWay), t => t.CheckIns.Any(c => c.DueAt > Desk.Start) && t.Events.Max(e => e.At) > Desk.Start.AddHours(-2));
        Assert.Contains(trips.Where(t => t.State == TripState.UnderWay), t => t.MissedCheckIns(Desk.Start).Count > 0);
        Assert.All(trips.SelectMany(t => t.Events), e => Assert.True(e.At <= Desk.Start));
        var matches = await db.CandidateMatches.Include(m => m.Decisions).ToDictionaryAsync(m => m.Id);
        Assert.All(trips, t => Assert.Equal(t.State == TripState.WrongPerson ? MatchState.UnderReview : MatchState.Confirmed, matches[t.MatchId].State));
        Assert.All(matches.Values.SelectMany(m => m.Decisions), d => Assert.True(d.At <= Desk.Start));
    }

    /// <summary>The first lines of the sample, and those that its journeys need.</summary>
    private static async Task<string> SampleAsync(Desk desk)
    {
        var (from, to) = (DemoFolder.Find()!, Path.Combine(desk.Files, "samples"));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var trips = await File.ReadAllTextAsync(Path.Combine(to, "trips.jsonl"));
        foreach (var file in new[] { "stranded.jsonl", "missing.jsonl" })
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(to, file));
            await File.WriteAllLinesAsync(Path.Combine(to, file), lines.Where((l, i) => i < Kept || trips.Contains(l.Split('"')[3], StringComparison.Ordinal)));
        }
        return to;
    }

    private static async Task AccountAsync(Desk desk, string role)
    {
        await using var db = desk.Db();
        var (account, held) = (new Account { Id = desk.NewId(), UserName = role }, new IdentityRole<Guid>(role) { Id = desk.NewId() });
        db.AddRange(account, held, new IdentityUserRole<Guid> { UserId = account.Id, RoleId = held.Id });
        await db.SaveChangesAsync();
    }
}
