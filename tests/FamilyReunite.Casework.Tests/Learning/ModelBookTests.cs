using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Matching;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Matching.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Tests.Learning;

public sealed class ModelBookTests : IAsyncLifetime
{
    private static readonly Actor Admin = new(Guid.CreateVersion7(House.Start), "administrator", null, "test");
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Promote_Proposed_IsInForceWithTheNextQuestion()
    {
        var version = await ProposeAsync();
        Assert.Equal(("1.2", false), await InForceAsync());

        Assert.True((await PromoteAsync(version)).Succeeded);

        Assert.Equal(("1.2.1", true), await InForceAsync());
        Assert.Equal("1.2.1", (await _house.Get<PresentModel>().OpenAsync(default)).Value!.ModelVersion);
        Assert.Equal(["model.proposed", "model.promoted"], await ActsAsync());
    }

    [Fact]
    public async Task Promote_Second_RetiresTheFirstAndBackIsOneStep()
    {
        await PromoteAsync(await ProposeAsync());
        await PromoteAsync(await ProposeAsync());
        Assert.Equal(("1.2.2", true), await InForceAsync());

        Assert.True((await OnBookAsync(b => b.RollBackAsync(Admin, _house.NewId(), "审核的人说不准", default))).Succeeded);
        Assert.Equal(("1.2.1", true), await InForceAsync());
        Assert.True((await OnBookAsync(b => b.RollBackAsync(Admin, _house.NewId(), "还是不准", default))).Succeeded);
        Assert.Equal(("1.2", false), await InForceAsync());
        Assert.Equal("model.nothing-to-undo", Assert.Single((await OnBookAsync(b => b.RollBackAsync(Admin, _house.NewId(), "再退", default))).Problems).Code);
        Assert.All(await OnBookAsync(b => b.ListAsync(default)), m => Assert.Equal(LearntModelState.Former, m.State));
    }

    [Fact]
    public async Task Promote_SameWriteAgain_ChangesNothing()
    {
        var (version, write) = (await ProposeAsync(), _house.NewId());
        Assert.True((await OnBookAsync(b => b.PromoteAsync(Admin, write, version, "在决定上更好", default))).Succeeded);
        Assert.True((await OnBookAsync(b => b.PromoteAsync(Admin, write, version, "在决定上更好", default))).Succeeded);
        Assert.Equal(["model.proposed", "model.promoted"], await ActsAsync());
    }

    [Fact]
    public async Task Promote_FilesAltered_IsRefusedAndTheOldStays()
    {
        var version = await ProposeAsync(files => files with { WeightsJson = files.WeightsJson.Replace("\"slope\": ", "\"slope\": 1", StringComparison.Ordinal) });

        Assert.Equal("model.probe-mismatch", Assert.Single((await PromoteAsync(version)).Problems).Code);
        Assert.Equal(("1.2", false), await InForceAsync());
    }

    [Fact]
    public async Task Read_PromotedModelOfAnotherProgram_ShippedStandsIn()
    {
        await PromoteAsync(await ProposeAsync());
        await using (var db = _house.Db())
            await db.LearntModels.ExecuteUpdateAsync(s => s.SetProperty(m => m.CardJson, m => m.CardJson.Replace("featureHash\": \"", "featureHash\": \"0")));
        _house.Restart();

        var now = await _house.Get<PresentModel>().ReadAsync(default);

        Assert.Equal(("1.2", "model.feature-mismatch"), (now.Model.Value!.Version, now.LeftAside!.Code));
    }

    [Theory]
    [InlineData("1.2.1", "", "model.reason-needed")]
    [InlineData("1.2.7", "好", "model.unknown")]
    public async Task Promote_BadInput_SaysWhy(string version, string reason, string code)
    {
        await ProposeAsync();
        Assert.Equal(code, Assert.Single((await OnBookAsync(b => b.PromoteAsync(Admin, _house.NewId(), version, reason, default))).Problems).Code);
    }

    [Fact]
    public async Task Decline_Proposed_WaitsNoMoreAndCanStillBePromoted()
    {
        var version = await ProposeAsync();
        Assert.True((await OnBookAsync(b => b.DeclineAsync(Admin, _house.NewId(), version, "决定太少", default))).Succeeded);
        Assert.Equal("model.not-proposed", Assert.Single((await OnBookAsync(b => b.DeclineAsync(Admin, _house.NewId(), version, "决定太少", default))).Problems).Code);
        Assert.True((await PromoteAsync(version)).Succeeded);
    }

    [Fact]
    public async Task Propose_WhileOneWaits_TheOlderGivesWay()
    {
        await ProposeAsync();
        await ProposeAsync();
        Assert.Equal([("1.2.2", LearntModelState.Proposed), ("1.2.1", LearntModelState.Declined)], (await OnBookAsync(b => b.ListAsync(default))).Select(m => (m.Version, m.State)));
    }

    private Task<Outcome<Done>> PromoteAsync(string version) => OnBookAsync(b => b.PromoteAsync(Admin, _house.NewId(), version, "在决定上更好", default));

    /// <summary>The shipped model under another name: what it weighs is not the question here.</summary>
    private async Task<string> ProposeAsync(Func<LearntModelFiles, LearntModelFiles>? change = null)
    {
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        return await OnBookAsync(async b =>
        {
            var version = await b.NextVersionAsync("1.2", default);
            var folder = Path.Combine(MatchingRegistration.ShippedModels, "1.2");
            var files = new LearntModelFiles((await File.ReadAllTextAsync(Path.Combine(folder, "card.json"))).Replace("\"version\": \"1.2\"", $"\"version\": \"{version}\"", StringComparison.Ordinal), await File.ReadAllTextAsync(Path.Combine(folder, "weights.json")), [1]);
            var figures = new DecisionFigures(0.2, 0.9, 0.5, 0.5);
            var invented = new InventedFigures(0.6, 0.7, 0.6, 0.001, 0.001);
            var trial = new TrialReport("1.2", version, 40, 20, 20, 0, figures, figures, new Interval(0.1, 0.05, 0.2), invented, invented, null, TrialVerdict.Better);
            return await b.ProposeAsync(new LearntChallenger(change?.Invoke(files) ?? files, _house.Get<LoadedPairModel>().Outcome.Value! with { Version = version }, trial), Actor.System("test"), default);
        });
    }

    private async Task<(string Version, bool Learnt)> InForceAsync()
    {
        var now = await _house.Get<PresentModel>().ReadAsync(default);
        Assert.Null(now.LeftAside);
        return (now.Model.Value!.Version, now.Learnt);
    }

    private async Task<T> OnBookAsync<T>(Func<ModelBook, Task<T>> ask)
    {
        await using var scope = _house.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ModelBook>());
    }

    private async Task<List<string>> ActsAsync()
    {
        await using var db = _house.Db();
        return await db.AuditEntries.Where(a => a.SubjectKind == "model").OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync();
    }
}
