using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class StoredPairsTests
{
    [Fact]
    public async Task Run_PairWithdrawn_KeepsTheEvidenceThatWasShown()
    {
        await using var house = await House.OpenAsync();
        var (person, report) = (await house.PersonAsync("张秀英"), await house.ReportAsync("张秀英"));
        await house.NightAsync("2026-11-23");
        var before = Assert.Single(await house.MatchesAsync());
        await house.ChangeAsync<MissingReport>(report, r => r.Status = RecordStatus.Closed);
        await house.NightAsync("2026-11-24");

        var after = Assert.Single(await house.MatchesAsync());
        Assert.Equal((MatchState.Withdrawn, person, before.EvidenceJson, before.Probability), (after.State, after.PersonId, after.EvidenceJson, after.Probability));
        Assert.Contains("\"name\"", after.EvidenceJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutEvidence_AllElse_IsAsStored()
    {
        await using var house = await House.OpenAsync();
        var person = await house.PersonAsync("张秀英");
        await house.ReportAsync("张秀英");
        await house.NightAsync("2026-11-23");
        var stored = Assert.Single(await house.MatchesAsync());
        await using var db = house.Db();

        var light = Assert.Single((await StoredPairs.WithoutEvidenceAsync(db, [person], default))[person]);

        Assert.Equal("", light.EvidenceJson);
        foreach (var property in typeof(CandidateMatch).GetProperties().Where(p => p.Name is not (nameof(CandidateMatch.EvidenceJson) or nameof(CandidateMatch.Decisions) or nameof(CandidateMatch.LastDecision) or nameof(CandidateMatch.FirstConfirmation))))
            Assert.Equal(property.GetValue(stored), property.GetValue(light));
        Assert.Empty(db.ChangeTracker.Entries());
    }
}
