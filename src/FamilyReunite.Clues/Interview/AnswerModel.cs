using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;

namespace FamilyReunite.Clues.Interview;

/// <summary>P(answer | home) of one question. Counties that answer alike share a class, so that a question is weighed in microseconds.</summary>
internal sealed class AnswerModel
{
    private readonly ushort[] _classOf;
    private readonly double[][] _p;
    private readonly double[] _entropy;

    /// <param name="likelihood">By answer, then county; the answers of a county sum to 1.</param>
    public AnswerModel(double[][] likelihood)
    {
        var classes = new Dictionary<Column, ushort>();
        _classOf = new ushort[CountySet.All.Count];
        for (var c = 0; c < _classOf.Length; c++)
        {
            var column = new Column(Array.ConvertAll(likelihood, l => (float)l[c]));
            if (!classes.TryGetValue(column, out var id)) classes[column] = id = (ushort)classes.Count;
            _classOf[c] = id;
        }
        _p = Array.ConvertAll(likelihood, _ => new double[classes.Count]);
        _entropy = new double[classes.Count];
        foreach (var (column, id) in classes)
            for (var a = 0; a < likelihood.Length; a++)
            {
                _p[a][id] = column.Values[a];
                _entropy[id] += Bits(column.Values[a]);
            }
    }

    /// <summary>The same likelihoods when only a share of the answers speaks of home and the rest are as from anywhere.</summary>
    public static double[][] Doubted(double[][] likelihood, double trust)
    {
        foreach (var row in likelihood)
        {
            var mean = Sum(row, Belief.Shares);
            for (var c = 0; c < row.Length; c++) row[c] = trust * row[c] + (1 - trust) * mean;
        }
        return likelihood;
    }

    /// <summary>Mutual information of answer and county, in bits.</summary>
    /// <param name="belief">One number a county; sums to 1.</param>
    public double Information(double[] belief) => Weighed(ByClass(belief));

    /// <summary>P(answer) under a belief, for every answer.</summary>
    public double[] Chances(double[] belief)
    {
        var mass = ByClass(belief);
        return Array.ConvertAll(_p, p => Sum(p, mass));
    }

    /// <summary>Mutual information of county and "knows this answer's word", in bits.</summary>
    /// <param name="mass">Belief by class.</param>
    public double KnownInformation(double[] mass, int answer)
    {
        var (yes, conditional) = (0.0, 0.0);
        for (var k = 0; k < mass.Length; k++)
        {
            var p = Knows(_p[answer][k]);
            yes += mass[k] * p;
            conditional += mass[k] * (Bits(p) + Bits(1 - p));
        }
        return Math.Max(0, Bits(yes) + Bits(1 - yes) - conditional);
    }

    /// <summary>Belief summed over the counties of each class.</summary>
    public double[] ByClass(double[] belief)
    {
        var mass = new double[_entropy.Length];
        for (var c = 0; c < _classOf.Length; c++) mass[_classOf[c]] += belief[c];
        return mass;
    }

    /// <summary>P(what was answered | home) ÷ P(what was answered) by county; its mean over <see cref="County.Share"/> is 1.</summary>
    /// <param name="weights">P(what was observed | answer), for every answer: 1 at the one that was chosen, or how well each fits what was heard.</param>
    public double[] Ratio(double[] weights)
    {
        var of = new double[_entropy.Length];
        for (var a = 0; a < _p.Length; a++)
            if (weights[a] > 0)
                for (var k = 0; k < of.Length; k++) of[k] += weights[a] * _p[a][k];
        return Spread(of);
    }

    /// <summary>The same for a word that was read out and known, or not.</summary>
    public double[] KnownRatio(int answer, bool known) => Spread(Array.ConvertAll(_p[answer], p => known ? Knows(p) : 1 - Knows(p)));

    /// <summary>−p·log₂p.</summary>
    public static double Bits(double p) => p > 0 ? -p * Math.Log2(p) : 0;

    private double Weighed(double[] mass)
    {
        var bits = 0.0;
        foreach (var p in _p) bits += Bits(Sum(p, mass));
        return Math.Max(0, bits - Sum(_entropy, mass));
    }

    private double[] Spread(double[] of) => Belief.FromLikelihood(Array.ConvertAll(_classOf, k => of[k]), 1);

    private static double Knows(double says) => AnswerTrust.KnowsOtherWord + (AnswerTrust.KnowsOwnWord - AnswerTrust.KnowsOtherWord) * Math.Min(1, says * 2);

    private static double Sum(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private readonly record struct Column(float[] Values)
    {
        public bool Equals(Column other) => Values.AsSpan().SequenceEqual(other.Values);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var v in Values) hash.Add(v);
            return hash.ToHashCode();
        }
    }
}
