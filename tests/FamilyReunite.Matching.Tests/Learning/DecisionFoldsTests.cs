using CsCheck;
using FamilyReunite.Matching.Learning;
using FamilyReunite.Matching.Model;

namespace FamilyReunite.Matching.Tests.Learning;

public sealed class DecisionFoldsTests
{
    [Fact]
    public void Folds_AnyPairs_NoPersonIsJudgedByAModelThatSawThem() => Gen.Select(Gen.Int[0, 30].Array[1, 120], Gen.Int[2, 6]).Sample((who, folds) =>
    {
        Guid[] persons = [.. who.Select(i => new Guid(i, 0, 0, new byte[8]))];
        LabelledPair[] pairs = [.. who.Select((_, i) => new LabelledPair([(byte)(i % 256), (byte)(i / 256)], i % 2 == 0))];
        var split = new DecisionFolds(persons, pairs, folds);
        for (var fold = 0; fold < folds; fold++)
        {
            var calibrates = (fold + 1) % folds;
            Guid[] judged = [.. split.Of(fold).Select(i => persons[i])];
            LabelledPair[] seen = [.. split.Beside(calibrates, fold), .. split.In(calibrates)];
            Assert.DoesNotContain(seen, p => judged.Contains(persons[Array.FindIndex(pairs, q => ReferenceEquals(q.Steps, p.Steps))]));
            Assert.Equal(pairs.Length, seen.Length + judged.Length);
        }
    });

    [Fact]
    public void Of_PersonsInAnyOrder_FallTheSameWay()
    {
        Guid[] persons = [.. Enumerable.Range(0, 12).Select(i => new Guid(i, 0, 0, new byte[8]))];
        LabelledPair[] pairs = [.. persons.Select(_ => new LabelledPair([1], true))];
        var there = new DecisionFolds(persons, pairs, 5);
        var back = new DecisionFolds([.. persons.Reverse()], pairs, 5);

        Assert.Equal(there.Of(2).Select(i => persons[i]), back.Of(2).Select(i => persons[11 - i]).Order());
    }
}
