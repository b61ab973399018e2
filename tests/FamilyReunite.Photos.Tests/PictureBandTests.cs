using CsCheck;
using FamilyReunite.Photos.Reading;

namespace FamilyReunite.Photos.Tests;

public sealed class PictureBandTests
{
    [Fact]
    public void Near_HashesOfOnePicture_ShareANeighbourInSomeBand() =>
        Gen.Select(Gen.Long, Gen.Int[0, 63].Array[0, 11]).Sample((hash, bits) =>
        {
            var other = bits.Aggregate(hash, (h, bit) => h ^ (1L << bit));
            return Enumerable.Range(0, PictureBand.Count).Any(band => PictureBand.Near(hash, band).Contains(PictureBand.Of(other, band)));
        });

    [Fact]
    public void Near_APart_IsItAndEveryValueOfOneOrTwoOtherBits()
    {
        var near = PictureBand.Near(0x0123_4567_89AB_CDEF, 1).ToList();
        Assert.Equal((137, 137), (near.Count, near.Distinct().Count()));
        Assert.Equal(0x4567, near[0]);
        Assert.All(near, n => Assert.InRange(PhotoFingerprint.Distance(n, 0x4567), 0, 2));
    }

    [Fact]
    public void Of_TheParts_MakeUpTheHash()
    {
        const long hash = unchecked((long)0xF123_4567_89AB_CDEF);
        Assert.Equal(new long[] { 0xF123, 0x4567, 0x89AB, 0xCDEF }, Enumerable.Range(0, PictureBand.Count).Select(b => PictureBand.Of(hash, b)));
    }
}
