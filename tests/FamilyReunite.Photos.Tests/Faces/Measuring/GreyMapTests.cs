using System.Text;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Tests.Faces.Measuring;

public sealed class GreyMapTests
{
    [Fact]
    public void Read_HeadWithRemarks_GivesEachPixelThreeTimes()
    {
        var image = GreyMap.Read([.. Encoding.ASCII.GetBytes("P5\n# made for a test\n3 2 # wide\n15\n"), 0, 5, 10, 15, 1, 2])!;
        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, 85, 170, 255, 17, 34], image.Rgba.Chunk(4).Select(p => (int)p[0]));
        Assert.All(image.Rgba.Chunk(4), p => Assert.Equal((p[0], p[0], (byte)255), (p[1], p[2], p[3])));
    }

    [Theory]
    [InlineData("P5\n3 2\n255\n12345")]
    [InlineData("P5\n3 2\n65535\n123456123456")]
    [InlineData("P5\n0 2\n255\n")]
    [InlineData("P5\n99999999999 2\n255\n1")]
    [InlineData("P5\n60000 60000\n255\n1")]
    [InlineData("P5\n3 2\n255")]
    [InlineData("P5")]
    [InlineData("P2\n1 1\n255\n7")]
    [InlineData("")]
    public void Read_NoWholePicture_GivesNothing(string text) => Assert.Null(GreyMap.Read(Encoding.ASCII.GetBytes(text)));
}
