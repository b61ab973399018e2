using CsCheck;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Domain.Tests.Values;

public sealed class PictureRegionTests
{
    private static readonly Guid Photo = Guid.Parse("01934a5e-0000-7000-8000-000000000001");

    [Fact]
    public void Text_OfARegion_ReadsBackWithinARounding() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((left, top, width, height) =>
        {
            var region = new PictureRegion(Photo, left, top, width, height);
            return region.ToString().Length <= PictureRegion.MaxLength && PictureRegion.TryParse(region.ToString(), out var back) && back.AttachmentId == Photo
                && Math.Abs(back.Left - left) + Math.Abs(back.Top - top) + Math.Abs(back.Width - width) + Math.Abs(back.Height - height) < 4e-4;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x|0|0|1|1")]
    [InlineData("01934a5e-0000-7000-8000-000000000001|0|0|1")]
    [InlineData("01934a5e-0000-7000-8000-000000000001|-0.1|0|1|1")]
    [InlineData("01934a5e-0000-7000-8000-000000000001|0|0|1.2|1")]
    [InlineData("01934a5e-0000-7000-8000-000000000001|0|NaN|1|1")]
    public void TryParse_NoRegion_IsRefused(string? text) => Assert.False(PictureRegion.TryParse(text, out _));

    [Theory]
    [InlineData(0, 0, 1, 1, true)]
    [InlineData(0.5, 0.5, 0.5, 0.5, true)]
    [InlineData(0.6, 0.5, 0.5, 0.5, false)]
    [InlineData(0.5, 0.6, 0.5, 0.5, false)]
    [InlineData(0.5, 0.5, 0.001, 0.5, false)]
    public void IsWithin_ByItsEdges_IsTold(double left, double top, double width, double height, bool within) => Assert.Equal(within, new PictureRegion(Photo, left, top, width, height).IsWithin);
}
