using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Tests.Comparison;

namespace FamilyReunite.Matching.Tests.Model;

public sealed class PairModelLoaderTests : IDisposable
{
    private static readonly FittedModel Fitted = FittedModel.Fit(Sample.Features, Synthetic.Pairs(Sample.Features, 5, 2000), Synthetic.Pairs(Sample.Features, 6, 1000), 5, 1, null, CancellationToken.None);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pair-models-");
    private readonly PairModelLoader _loader = new(Sample.Places);

    [Fact]
    public void Load_WhatWasWritten_IsTheSameModel()
    {
        Write("1.0");

        var loaded = _loader.Load(_folder.FullName);

        Assert.True(loaded.Succeeded);
        Assert.Equal(Fitted.ToPairModel("1.0").Weights.SelectMany(w => w), loaded.Value!.Weights.SelectMany(w => w));
        Assert.Equal(Fitted.Prior, loaded.Value.Prior);
    }

    [Fact]
    public void Load_SeveralVersions_TakesTheNewestOrTheNamed()
    {
        Write("1.9");
        Write("1.10");

        Assert.Equal("1.10", _loader.Load(_folder.FullName).Value!.Version);
        Assert.Equal("1.9", _loader.Load(_folder.FullName, "1.9").Value!.Version);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("7.7")]
    [InlineData("..")]
    public void Load_NothingThere_IsMissing(string? version) => Assert.Equal("model.missing", Problem(_loader.Load(_folder.FullName, version)));

    [Theory]
    [InlineData("card.json", "featureHash", "0000", "model.feature-mismatch")]
    [InlineData("card.json", "probeHash", "0000", "model.probe-mismatch")]
    [InlineData("weights.json", "prior", 99.0, "model.probe-mismatch")]
    [InlineData("weights.json", "slope", -1.0, "model.unreadable")]
    [InlineData("weights.json", "weights", null, "model.unreadable")]
    public void Load_AlteredFile_IsRefused(string file, string property, object? value, string code)
    {
        var path = Path.Combine(Write("1.0"), file);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        json[property] = value is null ? null : (value is double d ? JsonValue.Create(d) : JsonValue.Create((string)value));
        File.WriteAllText(path, json.ToJsonString());

        Assert.Equal(code, Problem(_loader.Load(_folder.FullName)));
    }

    [Fact]
    public void Load_BrokenJson_IsUnreadable()
    {
        File.WriteAllText(Path.Combine(Write("1.0"), "card.json"), "{");

        Assert.Equal("model.unreadable", Problem(_loader.Load(_folder.FullName)));
    }

    [Fact]
    public void Verify_ZipThatBelongs_DiffersByRoundingAlone()
    {
        Write("1.0");

        Assert.InRange(new PairModelVerifier(Sample.Places).Verify(_folder.FullName).Value, 0, 1e-4);
    }

    [Fact]
    public void Verify_ZipOfAnotherFit_IsNoticed()
    {
        var folder = Write("1.0");
        FittedModel.Fit(Sample.Features, Synthetic.Pairs(Sample.Features, 50, 2000), Synthetic.Pairs(Sample.Features, 60, 1000), 5, 1, null, CancellationToken.None).Save(Path.Combine(folder, "model.zip"));

        Assert.NotEmpty(new PairModelVerifier(Sample.Places).Verify(_folder.FullName).Problems);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Problem<T>(Outcome<T> outcome) => Assert.Single(outcome.Problems).Code;

    private string Write(string version)
    {
        var model = Fitted.ToPairModel(version);
        var card = new PairModelCard(version, [], Sample.Features.OrderHash, ProbeSet.Hash(model, Sample.Features), "5", new DateOnly(2026, 1, 1), new TrainingRequestCard(5, 1, 1, 1, 1, 1, .4, 50, 5, 1, []), null, "", "");
        return PairModelWriter.Write(_folder.FullName, Fitted, card, PairModelWeights.Of(model, Fitted, Sample.Features));
    }
}
