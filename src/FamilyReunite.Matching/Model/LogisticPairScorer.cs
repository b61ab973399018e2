using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Model;

/// <summary>Adds up the weights of the findings; the bars sum to the score.</summary>
public sealed class LogisticPairScorer : IPairScorer
{
    private readonly PairModel _model;
    private readonly FeatureSet _features;
    private readonly EvidenceWriter _writer;

    /// <param name="model">As <see cref="PairModelLoader"/> gave it out; its feature order has been checked there.</param>
    public LogisticPairScorer(PairModel model, IPlaceResolver places)
    {
        _model = model;
        _features = new FeatureSet(places);
        if (_features.OrderHash != model.FeatureHash) throw new ArgumentException("The model belongs to another feature order.", nameof(model));
        _writer = new EvidenceWriter(_features, places);
    }

    public string ModelVersion => _model.Version;

    public double Probability(double score) => _model.Probability(score);

    public double LogOdds(ClueSet person, ClueSet report) => LogOdds(PreparedClues.Of(person), PreparedClues.Of(report));

    public void LogOdds(IReadOnlyList<ClueSet> persons, ClueSet report, Span<double> into)
    {
        var r = PreparedClues.Once(report);
        for (var i = 0; i < persons.Count; i++) into[i] = LogOdds(PreparedClues.Of(persons[i]), r);
    }

    private double LogOdds(PreparedClues p, PreparedClues r)
    {
        var score = _model.Prior;
        for (var f = 0; f < _features.Comparators.Count; f++) score += _model.Weights[f][_features.Comparators[f].Compare(p, r).Step];
        return score;
    }

    public MatchScore Score(ClueSet person, ClueSet report)
    {
        var (p, r) = (PreparedClues.Of(person), PreparedClues.Of(report));
        var evidence = new Evidence[_features.Comparators.Count];
        var score = _model.Prior;
        for (var f = 0; f < evidence.Length; f++)
        {
            var finding = _features.Comparators[f].Compare(p, r);
            evidence[f] = _writer.Write(f, finding, _model.Weights[f][finding.Step]);
            score += evidence[f].Weight;
        }
        return new MatchScore(score, _model.Prior, _model.Probability(score), evidence);
    }
}
