using System.Runtime.Intrinsics.X86;
using CsCheck;
using FamilyReunite.Photos.Faces.Scan;

namespace FamilyReunite.Photos.Tests.Faces.Scan;

public sealed unsafe class BlockDotTests
{
    private delegate void Way(byte* block, sbyte* query, int groups, int* sums);

    [Fact]
    public void Run_EveryWay_IsThePlainSum() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 1_000_000], Gen.Bool).Sample((groups, seed, extreme) =>
        {
            var random = new Random(seed);
            var block = new byte[groups * BlockDot.Stride];
            random.NextBytes(block);
            var query = Enumerable.Range(0, groups * BlockDot.Group).Select(_ => (sbyte)(extreme ? random.Next(2) * 254 - 127 : random.Next(-127, 128))).ToArray();
            if (extreme) Array.Fill(block, (byte)255);
            var expected = Enumerable.Range(0, BlockDot.Rows).Select(r => Enumerable.Range(0, query.Length).Sum(i => query[i] * block[i / BlockDot.Group * BlockDot.Stride + r * BlockDot.Group + i % BlockDot.Group])).ToArray();
            Assert.Equal(expected, Sums(BlockDot.Run, block, query, groups));
            Assert.Equal(expected, Sums(BlockDot.Portable, block, query, groups));
            if (Avx2.IsSupported) Assert.Equal(expected, Sums(BlockDot.Wide, block, query, groups));
            if (AvxVnni.IsSupported) Assert.Equal(expected, Sums(BlockDot.Vnni, block, query, groups));
        }, iter: 300);

    private static int[] Sums(Way way, byte[] block, sbyte[] query, int groups)
    {
        var sums = new int[BlockDot.Rows];
        fixed (byte* b = block)
        fixed (sbyte* q = query)
        fixed (int* s = sums) way(b, q, groups, s);
        return sums;
    }
}
