using CsCheck;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Clues.Interview.Kinds;

namespace FamilyReunite.Clues.Tests.Interview;

public sealed class AnswerModelTests
{
    private static readonly double[] Shares = [.. CountySet.All.Select(c => c.Share)];

    /// <summary>P(answer | county) of three answers, alike in blocks of counties.</summary>
    private static readonly Gen<double[][]> Likelihoods = Gen.Double[0.01, 1].Array[3].Array[1, 9].Select(blocks =>
        Enumerable.Range(0, 3).Select(a => Shares.Select((_, c) => blocks[c % blocks.Length]).Select(b => b[a] / b.Sum()).ToArray()).ToArray());

    [Fact]
    public void Information_AnyLikelihood_IsTheFallOfEntropy() => Likelihoods.Sample(likelihood =>
    {
        var (answer, given) = (0.0, 0.0);
        foreach (var row in likelihood)
        {
            answer += AnswerModel.Bits(row.Zip(Shares, (p, s) => p * s).Sum());
            given += row.Zip(Shares, (p, s) => s * AnswerModel.Bits(p)).Sum();
        }
        var bits = new AnswerModel(likelihood).Information(Shares);

        Assert.InRange(bits, 0, Math.Log2(3));
        Assert.Equal(answer - given, bits, 1e-5);
    }, iter: 30, threads: 1);

    [Fact]
    public void Ratio_AnyAnswer_HasMeanOne() => Gen.Select(Likelihoods, Gen.Double[0, 1].Array[3]).Where(x => x.Item2.Sum() > 0.1).Sample((likelihood, weights) =>
    {
        var ratio = new AnswerModel(likelihood).Ratio(weights);

        Assert.Equal(1, ratio.Zip(Shares, (r, s) => r * s).Sum(), 1e-9);
    }, iter: 30, threads: 1);

    [Fact]
    public void Information_HomeKnown_IsNothing()
    {
        var known = new double[Shares.Length];
        known[7] = 1;
        double[][] likelihood = [[.. Shares.Select((_, c) => c % 2 == 0 ? 0.9 : 0.1)], [.. Shares.Select((_, c) => c % 2 == 0 ? 0.1 : 0.9)]];

        Assert.Equal(0, new AnswerModel(likelihood).Information(known), 1e-9);
        Assert.InRange(new AnswerModel(likelihood).Information(Shares), 0.4, 0.6);
    }

    [Fact]
    public void WordLikelihood_EveryWordQuestion_SumsToOne()
    {
        foreach (var question in new InMemoryQuestionBank().Questions.Where(q => q.Kind == QuestionKind.Word).Where((_, i) => i % 8 == 0))
        {
            var (words, likelihood) = WordLikelihood.Of(question);

            Assert.Equal(words.Length + 1, likelihood.Length);
            Assert.All(Enumerable.Range(0, 40).Select(i => i * 71), c => Assert.Equal(1, likelihood.Sum(row => row[c]), 1e-9));
            Assert.All(likelihood, row => Assert.True(row.Min() >= 0));
        }
    }
}
