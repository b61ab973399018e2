namespace FamilyReunite.Photos.Reading;

/// <summary>What a picture looks like, twice: dHash (brighter than its neighbour) and pHash (low frequencies), 64 bits each. Says "the same picture", never "the same face".</summary>
/// <param name="Difference">dHash.</param>
/// <param name="Cosine">pHash; 0 where only the dHash is known.</param>
public readonly record struct PictureHash(long Difference, long Cosine)
{
    /// <summary>Bits that two copies of one picture may differ in, when both hashes are known.</summary>
    internal const int BothBits = 10;

    /// <summary>The same when only the dHash is known.</summary>
    private const int OneBits = 6;

    /// <summary>The dHash of the picture in a mirror, as far as the hash alone tells: cells of one brightness come out the other way round.</summary>
    public PictureHash Turned()
    {
        var turned = 0UL;
        for (var bit = 0; bit < 64; bit++) turned |= (~(ulong)Difference >> bit & 1) << ((bit & ~7) + 7 - (bit & 7));
        return new PictureHash(unchecked((long)turned), 0);
    }

    public bool IsSamePictureAs(PictureHash other)
    {
        var difference = PhotoFingerprint.Distance(Difference, other.Difference);
        return Cosine == 0 || other.Cosine == 0 ? difference <= OneBits : difference <= BothBits && PhotoFingerprint.Distance(Cosine, other.Cosine) <= BothBits;
    }
}
