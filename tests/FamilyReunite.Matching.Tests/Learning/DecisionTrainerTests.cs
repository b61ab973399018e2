using FamilyReunite.Domain;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Matching.Model;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Matching.Tests.Learning;

public sealed class DecisionTrainerTests
{
    private static readonly List<DecidedPair> Decided = DecidedWorld.Decide(60, seed: 71);

    private static readonly DecidedPair Strange = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), true, new Dictionary<string, string> { ["gait"] = "same" });

    /// <summary>One trial for several questions: it takes seconds. Two pairs were decided on comparisons that are no longer made.</summary>
    private static readonly Lazy<Task<Outcome<LearntChallenger>>> Learnt = new(() => TrainAsync(Astray, [.. Decided, Strange, Strange with { Steps = new Dictionary<string, string> { ["name"] = "telepathy" } }]));

    /// <summary>A model that is far too sure and turned its back on the name.</summary>
    private static PairModel Astray => DecidedWorld.Shipped with
    {
        Version = "1.2.9", Slope = 3, Weights = [.. DecidedWorld.Shipped.Weights.Select((w, f) => DecidedWorld.Features.Comparators[f].Feature == "name" ? new double[w.Length] : w)],
    };

    [Fact]
    public async Task Train_PresentModelWentAstray_ChallengerIsBetterAndLoads()
    {
        var learnt = (await Learnt.Value).Value!;

        Assert.Equal(TrialVerdict.Better, learnt.Trial.Verdict);
        Assert.True(learnt.Trial.Gain.Low > 0 && learnt.Trial.ChallengerOnDecisions.LogLoss < learnt.Trial.PresentOnDecisions.LogLoss);
        Assert.Equal((60, 60, 60), (learnt.Trial.Same, learnt.Trial.Different, learnt.Trial.Persons));
        var read = new PairModelLoader(DecidedWorld.Places).Read("1.2.10", learnt.Files.CardJson, learnt.Files.WeightsJson);
        Assert.Equal(learnt.Model.Prior, read.Value!.Prior);
        Assert.NotEmpty(learnt.Files.Model);
    }

    [Fact]
    public async Task Train_Trees_AreMeasuredOnTheSamePairs()
    {
        var trial = (await Learnt.Value).Value!.Trial;

        Assert.SkipWhen(trial.Trees is null, "LightGBM's library cannot be loaded on this machine.");
        Assert.InRange(trial.Trees!.OnDecisions.Auc, 0.6, 1);
        Assert.Equal(trial.PresentOnDecisions.Observed, trial.Trees.OnDecisions.Observed);
        Assert.Equal(trial.ToJson(), TrialReport.Parse(trial.ToJson()).ToJson());
    }

    [Fact]
    public async Task Train_LabelsThatSayNothing_AreNotProposed()
    {
        // every second decision was taken the wrong way round
        var noise = Decided.Select((d, i) => i / 2 % 2 == 0 ? d : d with { Same = !d.Same }).ToList();

        Assert.NotEqual(TrialVerdict.Better, (await TrainAsync(DecidedWorld.Shipped with { Slope = 0.3 }, noise)).Value!.Trial.Verdict);
    }

    [Fact]
    public async Task Train_FewDecisions_SaysHowManyAreNeeded()
    {
        var problem = Assert.Single((await TrainAsync(DecidedWorld.Shipped, [.. Decided.Take(30)])).Problems);

        Assert.Equal("learning.too-few", problem.Code);
        Assert.Equal<object>([15, 15, LearningOptions.FewestOfEach], problem.Args);
    }

    [Fact]
    public async Task Train_StepsOfAnotherProgram_AreLeftOutAndCounted() =>
        Assert.Equal(2, (await Learnt.Value).Value!.Trial.OfOtherProgram);

    private static Task<Outcome<LearntChallenger>> TrainAsync(PairModel present, IReadOnlyList<DecidedPair> decided) =>
        new DecisionTrainer(DecidedWorld.Reader, DecidedWorld.Places, new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero)))
            .TrainAsync(new LearningOptions("1.2.10", Persons: 150, Reports: 500, RandomPerPerson: 5, EvaluationPersons: 60), present, decided, null, CancellationToken.None);
}
