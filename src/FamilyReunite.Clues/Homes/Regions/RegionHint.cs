namespace FamilyReunite.Clues.Homes.Regions;

/// <summary>How far a row may be believed: read in a source that was opened (A), widely published but written from memory (B), from memory or estimated (C).</summary>
public enum Reliability { A, B, C }

/// <summary>Something that is said, eaten, grown or seen in some parts of the country more than in others.</summary>
public sealed class RegionHint
{
    private readonly Lazy<double[]> _likelihood;

    internal RegionHint(string kind, string topic, string[] words, Reliability reliability, string source, Lazy<double[]> likelihood) =>
        (Kind, Topic, Words, Reliability, Source, _likelihood) = (kind, topic, words, reliability, source, likelihood);

    /// <summary>What sort of thing: word, phrase, sound, food, festival, market, crop, land, snow, heating, house, people, surname, plate, phone, postal, rail …</summary>
    public string Kind { get; }

    /// <summary>What the words stand for ("马铃薯", "冬至"): hints of one kind and topic exclude each other.</summary>
    public string Topic { get; }

    /// <summary>Ways of saying or writing it, simplified characters.</summary>
    public IReadOnlyList<string> Words { get; }

    public Reliability Reliability { get; }

    public string Source { get; }

    /// <summary>P(a person from there says, has or names this) for each county of <see cref="CountySet.All"/>, in 0 to 1; only the ratios between counties mean anything.</summary>
    public IReadOnlyList<double> Likelihood => _likelihood.Value;
}
