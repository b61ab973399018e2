using CsCheck;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Tests.Learning;

public sealed class DecisionWatchTests
{
    [Fact]
    public async Task Read_SaysNinetyAndHalfAreConfirmed_Alarms()
    {
        await using var house = await House.OpenAsync();
        for (var i = 0; i < 12; i++)
        {
            await Decided.AddAsync(house, MatchState.Confirmed, probability: 0.92);
            await Decided.AddAsync(house, MatchState.Rejected, RejectionReason.DifferentPerson, probability: 0.92);
        }

        var watch = await house.Get<DecisionWatch>().ReadAsync(default);

        var band = Assert.Single(watch.Bands);
        Assert.Equal((0.9, 24, 0.5), (band.From, band.Pairs, band.Observed));
        Assert.True(band.Alarms && watch.Alarms);
    }

    [Fact]
    public async Task Read_WhatItSaysComesTrue_IsQuiet()
    {
        await using var house = await House.OpenAsync();
        for (var i = 0; i < 18; i++) await Decided.AddAsync(house, MatchState.Confirmed, probability: 0.85);
        for (var i = 0; i < 4; i++) await Decided.AddAsync(house, MatchState.Rejected, RejectionReason.FamilyDenies, probability: 0.85);

        Assert.False((await house.Get<DecisionWatch>().ReadAsync(default)).Alarms);
    }

    [Fact]
    public async Task Read_DecisionsOlderThanAYear_AreNotLookedAt()
    {
        await using var house = await House.OpenAsync();
        await Decided.AddAsync(house, MatchState.Confirmed, at: House.Start - DecisionWatch.Looked - TimeSpan.FromDays(1));

        Assert.Empty((await house.Get<DecisionWatch>().ReadAsync(default)).Bands);
    }

    [Fact]
    public void Drift_SameLevels_IsNothing() => Assert.All(FeatureDrift.Of(Lists(60, 40), Lists(120, 80)), d => Assert.InRange(d.Index, 0, 0.01));

    [Fact]
    public void Drift_NamesAreGone_Alarms()
    {
        var drift = FeatureDrift.Of(Lists(180, 20), Lists(20, 180));
        Assert.True(drift[0] is { Feature: "name", Alarms: true });
        Assert.False(drift.Single(d => d.Feature == "sex").Alarms);
    }

    [Fact]
    public void Wilson_AnyShare_HoldsTheShareWithinZeroAndOne() => Gen.Int[1, 500].SelectMany(n => Gen.Int[0, n].Select(hits => (hits, n))).Sample((hits, n) =>
    {
        var (low, high) = DecisionWatch.Wilson(hits, n);
        Assert.True(low >= 0 && high <= 1 && low <= (double)hits / n + 1e-9 && high >= (double)hits / n - 1e-9);
    });

    private static List<IReadOnlyList<Evidence>> Lists(int same, int other) =>
        [.. Enumerable.Range(0, same + other).Select(i => (IReadOnlyList<Evidence>)[new Evidence("name", i < same ? AgreementLevel.Exact : AgreementLevel.Conflict, 1, "", ""), new Evidence("sex", AgreementLevel.Exact, 1, "", "")])];
}
