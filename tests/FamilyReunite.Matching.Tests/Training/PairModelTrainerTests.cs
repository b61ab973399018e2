using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Training;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Matching.Tests.Training;

public sealed class PairModelTrainerTests : IDisposable
{
    private static readonly PlaceResolver Places = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pair-training-");

    [Fact]
    public async Task Train_SameOptions_SameWeightsAndTheNextVersion()
    {
        var first = (await Trainer().TrainAsync(Options(), null, TestContext.Current.CancellationToken)).Value!;
        var second = (await Trainer().TrainAsync(Options(), null, TestContext.Current.CancellationToken)).Value!;

        Assert.Equal(("1.0", "1.1"), (first.Model.Version, second.Model.Version));
        Assert.Equal(File.ReadAllText(Path.Combine(first.Folder, "weights.json")), File.ReadAllText(Path.Combine(second.Folder, "weights.json")));
        Assert.Equal(first.Card.ProbeHash, second.Card.ProbeHash);
        Assert.True(new PairModelVerifier(Places).Verify(_folder.FullName).Succeeded);
    }

    [Fact]
    public async Task Train_Figures_ComeWithTheCard()
    {
        var trained = (await Trainer().TrainAsync(Options() with { EvaluationPersons = 60 }, null, TestContext.Current.CancellationToken)).Value!;

        Assert.InRange(trained.Card.Figures!.RecallOfRetrieval, 0.3, 1);
        Assert.True(trained.Evaluation!.Overall.HitAt1 <= trained.Evaluation.Overall.HitAt10);
        Assert.Contains("| all |", EvaluationText.Table(trained.Evaluation), StringComparison.Ordinal);
        Assert.Contains("\"prAuc\":", EvaluationText.Json(trained.Evaluation), StringComparison.Ordinal);
        Assert.Contains("| name | same |", File.ReadAllText(Path.Combine(trained.Folder, "card.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newest", "model.version-invalid")]
    [InlineData("../1.0", "model.version-invalid")]
    public async Task Train_BadVersion_IsRefusedBeforeAnyWork(string version, string code) =>
        Assert.Equal(code, Assert.Single((await Trainer().TrainAsync(Options() with { Version = version }, null, TestContext.Current.CancellationToken)).Problems).Code);

    public void Dispose() => _folder.Delete(recursive: true);

    private static PairModelTrainer Trainer() => new(new ClueReader(Places), Places, new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero)));

    private TrainingOptions Options() => new(_folder.FullName, Seed: 9, Persons: 120, Reports: 400, CalibrationPersons: 120, RandomPerPerson: 5, EvaluationPersons: 0);
}
