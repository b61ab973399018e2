using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FamilyReunite.Photos.Faces.Scan;

/// <summary>Products of one query with the 32 rows of a block. A block holds, for each four numbers of the rows in turn, those four of every row, so that one lane of a register sums one row and nothing is summed across lanes.
/// Rows are bytes raised by 128, the query is signed. Every way gives the same sums.</summary>
internal static unsafe class BlockDot
{
    public const int Rows = 32;

    /// <summary>Numbers of a row that lie side by side.</summary>
    public const int Group = 4;

    /// <summary>Bytes of one group of all rows.</summary>
    public const int Stride = Rows * Group;

    /// <param name="block"><paramref name="groups"/> × <see cref="Stride"/> bytes.</param>
    /// <param name="query"><paramref name="groups"/> × <see cref="Group"/> numbers, −127 to 127.</param>
    /// <param name="sums">Gets a sum for each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(byte* block, sbyte* query, int groups, int* sums)
    {
        if (AvxVnni.IsSupported) Vnni(block, query, groups, sums);
        else if (Avx2.IsSupported) Wide(block, query, groups, sums);
        else Portable(block, query, groups, sums);
    }

    /// <summary>Four products and their sum in one instruction a lane.</summary>
    public static void Vnni(byte* block, sbyte* query, int groups, int* sums)
    {
        // four sums side by side, so that none waits for the one before
        var (a, b, c, d) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var g = 0; g < groups; g++, block += Stride)
        {
            var q = Vector256.Create(((int*)query)[g]).AsSByte();
            a = AvxVnni.MultiplyWideningAndAdd(a, Vector256.Load(block), q);
            b = AvxVnni.MultiplyWideningAndAdd(b, Vector256.Load(block + 32), q);
            c = AvxVnni.MultiplyWideningAndAdd(c, Vector256.Load(block + 64), q);
            d = AvxVnni.MultiplyWideningAndAdd(d, Vector256.Load(block + 96), q);
        }
        a.Store(sums);
        b.Store(sums + 8);
        c.Store(sums + 16);
        d.Store(sums + 24);
    }

    /// <summary>Widened to sixteen bits: the byte product of AVX2 cuts off what it cannot hold.</summary>
    public static void Wide(byte* block, sbyte* query, int groups, int* sums)
    {
        for (var half = 0; half < 2; half++)
        {
            var (a, b, c, d) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
            var at = block + half * 64;
            for (var g = 0; g < groups; g++, at += Stride)
            {
                var q = Vector256.Create(Vector128.WidenLower(Vector128.CreateScalar(((int*)query)[g]).AsSByte()).AsInt64().ToScalar()).AsInt16();
                a += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(at), q);
                b += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(at + 16), q);
                c += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(at + 32), q);
                d += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(at + 48), q);
            }
            InOrder(Avx2.HorizontalAdd(a, b)).Store(sums + half * 16);
            InOrder(Avx2.HorizontalAdd(c, d)).Store(sums + half * 16 + 8);
        }

        static Vector256<int> InOrder(Vector256<int> mixed) => Avx2.Permute4x64(mixed.AsInt64(), 0b11_01_10_00).AsInt32();
    }

    /// <summary>For every processor.</summary>
    public static void Portable(byte* block, sbyte* query, int groups, int* sums)
    {
        for (var four = 0; four < Rows; four += 4)
        {
            var (a, b, c, d) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
            var at = block + four * Group;
            for (var g = 0; g < groups; g++, at += Stride)
            {
                var q = Vector128.WidenLower(Vector128.Create(((int*)query)[g]).AsSByte());
                var (low, high) = Vector128.Widen(Vector128.Load(at));
                // 255 × 127 fits into sixteen bits
                var (one, two) = Vector128.Widen(low.AsInt16() * q);
                var (three, last) = Vector128.Widen(high.AsInt16() * q);
                (a, b, c, d) = (a + one, b + two, c + three, d + last);
            }
            (sums[four], sums[four + 1], sums[four + 2], sums[four + 3]) = (Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));
        }
    }
}
