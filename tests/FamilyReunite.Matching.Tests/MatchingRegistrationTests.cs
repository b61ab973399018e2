using FamilyReunite.Clues;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Matching.Tests;

public sealed class MatchingRegistrationTests
{
    [Fact]
    public void Resolve_ShippedModel_GivesAScorer()
    {
        using var services = new ServiceCollection().AddReuniteClues().AddReuniteMatching().BuildServiceProvider();

        Assert.NotEmpty(services.GetRequiredService<IPairScorer>().ModelVersion);
    }

    [Fact]
    public void Resolve_NoModel_ThrowsOnlyThenAndNamesTheProblem()
    {
        using var services = new ServiceCollection().AddReuniteClues().AddReuniteMatching(Path.Combine(AppContext.BaseDirectory, "no-such-folder")).BuildServiceProvider();

        Assert.Equal("model.missing", Assert.Single(services.GetRequiredService<LoadedPairModel>().Outcome.Problems).Code);
        Assert.Contains("model.missing", Assert.Throws<InvalidOperationException>(services.GetRequiredService<IPairScorer>).Message, StringComparison.Ordinal);
    }
}
