using CsCheck;
using FamilyReunite.Photos.Faces.Scan;

namespace FamilyReunite.Photos.Tests.Faces.Scan;

public sealed class RowCodeTests
{
    [Fact]
    public void Of_AnyVector_BoundsWhatTheBytesLeaveOut() =>
        Gen.Select(Gen.Float[-2, 2].Array[1, 70], Gen.Double[-25, 3]).Sample((numbers, power) =>
        {
            var vector = Array.ConvertAll(numbers, n => (float)(n * Math.Pow(10, power)));
            var codes = new sbyte[vector.Length + 3];
            var code = RowCode.Of(vector, codes);
            var told = vector.Select((_, i) => (double)code.Scale * codes[i]).ToArray();
            var error = Math.Sqrt(vector.Zip(told).Sum(p => Math.Pow(p.First - p.Second, 2)));
            var length = Math.Sqrt(vector.Sum(v => (double)v * v));
            Assert.True(error <= code.Error + 1e-6 * length, $"{error} {code.Error}");
            Assert.True(Math.Sqrt(told.Sum(t => t * t)) <= code.Length + 1e-6 * length);
            // no worse than half a step a number
            Assert.True(code.Error <= 0.51 * code.Scale * Math.Sqrt(vector.Length) + 1e-14 * vector.Length);
            Assert.All(codes, c => Assert.InRange(c, -127, 127));
        }, iter: 1000);
}
