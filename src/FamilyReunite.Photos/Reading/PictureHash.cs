namespace FamilyReunite.Photos.Reading;

/// <summary>What a picture looks like, twice: dHash (brighter than its neighbour) and pHash (low frequencies), 64 bits each. Says "the same picture", never "the same face".</summary>
/// <param name="Difference">dHash.</param>
/// <param name="Cosine">pHash; 0 where only the dHash is known.</param>
public readonly record struct PictureHash(long Difference, long Cosine)
{
    /// <summary>Bits of both hashes together that two copies of one picture may differ in. Measured on photos: smaller and compressed copies 0 to 4, two per cent cut off each side 8 to 14; portraits drawn alike fall below 9 in one pair of fifty.</summary>
    private const int BothBits = 8;

    /// <summary>The same when only the dHash is known.</summary>
    private const int OneBits = 4;

    public bool IsSamePictureAs(PictureHash other)
    {
        var difference = PhotoFingerprint.Distance(Difference, other.Difference);
        return Cosine == 0 || other.Cosine == 0 ? difference <= OneBits : difference + PhotoFingerprint.Distance(Cosine, other.Cosine) <= BothBits;
    }
}
