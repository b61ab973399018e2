using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.MatchRun;

/// <summary>Laid-out postings and waves come to what person by person comes to, whole nights and nights over changes alike.</summary>
public sealed class WaveTests
{
    private static readonly string[] Surnames = ["张", "李", "王", "刘", "陈"];
    private static readonly string[] Given = ["秀英", "建国", "桂兰", "铁柱", "玉珍", "阿妹"];
    private static readonly MatchOptions ByPerson = new() { FieldFrom = int.MaxValue, KeptPerPerson = 4, Floor = 0.0001 };
    private static readonly MatchOptions InWaves = ByPerson with { FieldFrom = 1, ChangesFrom = 1, WaveSize = 7, WaveChunkSize = 3 };

    [Fact]
    public async Task Run_InWaves_KeepsTheSamePairsAsPersonByPerson()
    {
        await using var one = await FilledAsync(ByPerson);
        await using var other = await FilledAsync(InWaves);
        var first = (await one.NightAsync("2026-11-24")).Summary;
        var second = (await other.NightAsync("2026-11-24")).Summary;

        Assert.Equal(first.Tally, second.Tally);
        Assert.True(first.Tally.New > 60);
        Assert.Equal(await PairsAsync(one), await PairsAsync(other));
        Assert.NotNull(second.Stages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_OverChangesAlone_EndsWhereAWholeNightEnds(int seed)
    {
        await using var house = await FilledAsync(InWaves);
        await house.NightAsync("2026-11-24");
        await ChangeAsync(house, new Random(seed));
        house.Clock.Advance(TimeSpan.FromHours(1));
        var part = await house.Get<MatchRunner>().RunAsync(null, all: false, null, default);
        Assert.Empty(part.Problems);
        var after = await PairsAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(1));
        var whole = (await house.NightAsync("2026-11-25")).Summary.Tally;

        Assert.True(part.Value!.Summary.Tally.New + part.Value.Summary.Tally.Stronger + part.Value.Summary.Tally.Weaker + part.Value.Summary.Tally.Withdrawn > 0);
        Assert.Equal((0, 0, 0, 0), (whole.New, whole.Stronger, whole.Weaker, whole.Withdrawn));
        Assert.Equal(after, await PairsAsync(house));
    }

    [Fact]
    public async Task Run_StoppedInASecondWave_GoesOnAndEndsTheSame()
    {
        await using var straight = await FilledAsync(InWaves);
        await straight.NightAsync("2026-11-24");
        await using var house = await FilledAsync(InWaves);
        using var power = new CancellationTokenSource();
        var progress = new Told(p => { if (p.Done >= 9) power.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Get<MatchRunner>().RunAsync("2026-11-24", all: true, progress, power.Token));
        var half = Assert.Single(await house.RunsAsync()).DoneCount;
        house.Restart();
        var end = await house.NightAsync("2026-11-24");

        Assert.InRange(half, 3, 29);
        Assert.Equal(30, end.Summary.Tally.Persons);
        Assert.Equal(await PairsAsync(straight), await PairsAsync(house));
    }

    [Fact]
    public async Task Run_SaysHowMuchTimeIsLeft()
    {
        await using var house = await FilledAsync(InWaves);
        var said = new List<WorkProgress>();
        Assert.Empty((await house.Get<MatchRunner>().RunAsync("2026-11-24", all: true, new Told(p => { lock (said) said.Add(p); }), default)).Problems);
        Assert.Equal((30, 30, TimeSpan.Zero), (said[^1].Done, said[^1].Total, said[^1].Left));
        Assert.Equal(said.Select(s => s.Done).Order(), said.Select(s => s.Done));
    }

    private static async Task ChangeAsync(House house, Random random)
    {
        var reports = (await house.MatchesAsync()).Select(m => m.ReportId).Distinct().Order().ToList();
        foreach (var id in reports.Where(_ => random.Next(4) == 0))
        {
            if (random.Next(3) == 0) await house.ChangeAsync<MissingReport>(id, r => r.Status = RecordStatus.Closed);
            else await house.ChangeAsync<MissingReport>(id, r => r.Add(house.Fact(FactKind.Mark, "左眉有痣", "Mole|Brow|Left")));
        }
        await house.ReportAsync("张秀英");
        await house.PersonAsync("李建国", p => p.Add(house.Fact(FactKind.Mark, "左眉有痣", "Mole|Brow|Left")));
    }

    private static async Task<List<(string Person, string Report, MatchState State, double Probability)>> PairsAsync(House house)
    {
        await using var db = house.Db();
        var names = db.Facts.Where(f => f.Kind == FactKind.Name).Select(f => new { Id = Microsoft.EntityFrameworkCore.EF.Property<Guid>(f, "RecordId"), f.AsHeard, f.RecordedAt }).AsEnumerable().ToDictionary(f => f.Id, f => $"{f.AsHeard} {f.RecordedAt:O}");
        return [.. (await house.MatchesAsync()).Select(m => (names[m.PersonId], names[m.ReportId], m.State, m.Probability)).Order()];
    }

    private static async Task<House> FilledAsync(MatchOptions options)
    {
        var house = await House.OpenAsync(options);
        for (var i = 0; i < 30; i++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            var name = Surnames[i % 5] + Given[i % 6];
            await house.PersonAsync(name, p => { if (i % 4 == 0) p.Add(house.Fact(FactKind.Mark, "左眉有痣", "Mole|Brow|Left")); });
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await house.ReportAsync(name, r => { if (i % 3 == 0) r.Add(house.Fact(FactKind.Mark, "左眉有痣", "Mole|Brow|Left")); });
        }
        return house;
    }

    private sealed class Told(Action<WorkProgress> told) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => told(value);
    }
}
