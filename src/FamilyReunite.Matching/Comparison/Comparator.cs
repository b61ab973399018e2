namespace FamilyReunite.Matching.Comparison;

/// <summary>Compares one feature of two records. Pure, thread-safe and symmetric in nothing: the first record is the stranded person's.</summary>
internal abstract class Comparator
{
    protected Comparator(string feature, params ReadOnlySpan<Step> steps)
    {
        Feature = feature;
        Steps = [Step.Nothing, .. steps];
    }

    public string Feature { get; }

    /// <summary>Index 0 is <see cref="Step.Nothing"/>; then, scale by scale, from the strongest conflict to the strongest agreement.</summary>
    public IReadOnlyList<Step> Steps { get; }

    public abstract Finding Compare(PreparedClues person, PreparedClues report);

    /// <summary>The values named in the sentence: {0} the person's, {1} the report's.</summary>
    public abstract string[] Values(in Finding finding, Vocabulary words);

    /// <summary>How many of the rising bounds a gain reaches.</summary>
    protected static int Reached(double gain, ReadOnlySpan<double> bounds)
    {
        var n = 0;
        while (n < bounds.Length && gain >= bounds[n]) n++;
        return n;
    }
}
