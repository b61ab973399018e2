using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Sounds;

/// <summary>Compares what was heard with what may have been said in a dialect area: toneless sounds, all readings tried, lengths may differ, level words soft. Thread-safe.</summary>
/// <param name="area">Dialect area as <see cref="ConfusionTable.Areas"/> spells it; any other name stands for its group or for all areas.</param>
public sealed class SoundComparer(string area = ConfusionTable.Pooled)
{
    /// <summary>Likely and possible from these similarities on; estimated.</summary>
    private const double Likely = 0.2, Possible = 0.05;

    private readonly SyllablePair _pair = new(ListenerModel.For(area));

    /// <summary>log P(heard | spoken) over the best alignment; 0 is the best there is. Negative infinity when either holds no Han character.</summary>
    public double LogLikelihood(string heard, string spoken) => Align(heard, spoken) is { } steps ? Sum(steps) : double.NegativeInfinity;

    /// <summary>0 to 1: the geometric mean of the probabilities per syllable of the longer name.</summary>
    public double Similarity(string heard, string spoken) => Align(heard, spoken) is { } steps ? Mean(steps) : 0;

    /// <summary>The best alignment, syllable by syllable. Never throws on any text.</summary>
    public SoundExplanation Explain(string heard, string spoken)
    {
        if (Align(heard, spoken) is not { } steps) return new SoundExplanation(heard, spoken, area, double.NegativeInfinity, 0, SoundVerdict.NothingToRead, []);
        var similarity = Mean(steps);
        var verdict = steps.TrueForAll(s => s.Change is SoundChange.SameCharacter or SoundChange.SameSound) ? SoundVerdict.SameSound
            : similarity >= Likely ? SoundVerdict.Likely : similarity >= Possible ? SoundVerdict.Possible : SoundVerdict.Unlikely;
        return new SoundExplanation(heard, spoken, area, Sum(steps), similarity, verdict, steps);
    }

    private List<SoundStep>? Align(string heard, string spoken)
    {
        var (h, heardLevel) = Cut(heard);
        var (s, spokenLevel) = Cut(spoken);
        if (h.Count == 0 || s.Count == 0) return null;
        var best = new (double Log, int Before)[h.Count + 1, s.Count + 1];
        for (var i = 0; i <= h.Count; i++)
            for (var j = 0; j <= s.Count; j++)
            {
                if (i == 0 && j == 0) continue;
                best[i, j] = (double.NegativeInfinity, 0);
                if (i > 0 && j > 0) Try(i, j, best[i - 1, j - 1].Log + _pair.Log(h[i - 1], s[j - 1]), 0);
                if (i > 0) Try(i, j, best[i - 1, j].Log + SyllablePair.Slip(h[i - 1], i == 1), 1);
                if (j > 0) Try(i, j, best[i, j - 1].Log + SyllablePair.Slip(s[j - 1], j == 1), 2);
            }
        var steps = new List<SoundStep>(h.Count + s.Count + 1);
        for (var (i, j) = (h.Count, s.Count); i > 0 || j > 0;)
        {
            var before = best[i, j].Before;
            if (before != 2) i--;
            if (before != 1) j--;
            steps.Insert(0, before == 0 ? _pair.Explain(h[i], s[j]) : before == 1 ? SyllablePair.Added(h[i], i == 0) : SyllablePair.Lost(s[j], j == 0));
        }
        if (LevelPair.Of(heardLevel, spokenLevel) is { } level) steps.Add(level);
        return steps;

        void Try(int i, int j, double log, int before)
        {
            if (log > best[i, j].Log) best[i, j] = (log, before);
        }
    }

    /// <summary>The characters that can be read, and the level word behind them.</summary>
    private static (List<char> Characters, string LevelWord) Cut(string text)
    {
        var plain = PlainText.Of(text);
        var han = string.Concat(plain.Where(c => CharacterReadings.Of(c).Count > 0));
        var cut = NameCore.Heard(han).Length;
        return ([.. han[..cut]], han[cut..]);
    }

    private static double Sum(List<SoundStep> steps) => steps.Sum(s => Math.Log(s.Probability));

    private static double Mean(List<SoundStep> steps)
    {
        var syllables = Math.Max(steps.Count(s => s.Heard is not null && s.Change != SoundChange.LevelWord), steps.Count(s => s.Spoken is not null && s.Change != SoundChange.LevelWord));
        return Math.Exp(Sum(steps) / Math.Max(1, syllables));
    }
}
