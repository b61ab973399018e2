namespace FamilyReunite.Photos.Reading;

/// <summary>A hash in four parts of 16 bits. Two hashes that differ in at most eleven bits differ in at most two bits in one of the parts (twelve would be needed for three in each), so that looking up the neighbours of each part finds every copy.</summary>
public static class PictureBand
{
    public const int Count = 4;

    public const int Bits = 16;

    /// <param name="band">0 for the highest bits.</param>
    public static long Of(long hash, int band) => (hash >> ((Count - 1 - band) * Bits)) & ((1 << Bits) - 1);

    /// <summary>The part and every value that differs from it in one or two bits: 137.</summary>
    public static IEnumerable<long> Near(long hash, int band)
    {
        var part = Of(hash, band);
        yield return part;
        for (var i = 0; i < Bits; i++)
        {
            yield return part ^ (1L << i);
            for (var j = i + 1; j < Bits; j++) yield return part ^ (1L << i) ^ (1L << j);
        }
    }
}
