namespace FamilyReunite.Clues.Homes.Regions;

/// <summary>How far a row may be believed: read in a source that was opened (A), widely published but written from memory (B), from memory or estimated (C).</summary>
public enum Reliability { A, B, C }

/// <summary>Something that is said, eaten, grown or seen in some parts of the country more than in others.</summary>
public sealed class RegionHint
{
    private readonly Func<double[]> _spread;
    private readonly WeakReference<double[]> _likelihood = new([]);

    internal RegionHint(string kind, string topic, string[] words, Reliability reliability, string source, Func<double[]> spread) =>
        (Kind, Topic, Words, Reliability, Source, _spread) = (kind, topic, words, reliability, source, spread);

    /// <summary>What sort of thing: word, phrase, sound, food, festival, market, crop, land, snow, heating, house, people, surname, plate, phone, postal, rail …</summary>
    public string Kind { get; }

    /// <summary>What the words stand for ("马铃薯", "冬至"): hints of one kind and topic exclude each other.</summary>
    public string Topic { get; }

    /// <summary>Ways of saying or writing it, simplified characters.</summary>
    public IReadOnlyList<string> Words { get; }

    public Reliability Reliability { get; }

    public string Source { get; }

    /// <summary>P(a person from there says, has or names this) for each county of <see cref="CountySet.All"/>, in 0 to 1; only the ratios between counties mean anything.</summary>
    public IReadOnlyList<double> Likelihood
    {
        get
        {
            // seven thousand hints of three thousand numbers: kept while they are in use and no longer
            if (_likelihood.TryGetTarget(out var known) && known.Length > 0) return known;
            var spread = _spread();
            _likelihood.SetTarget(spread);
            return spread;
        }
    }
}
