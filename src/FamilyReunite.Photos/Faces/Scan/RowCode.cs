using System.Runtime.Intrinsics;

namespace FamilyReunite.Photos.Faces.Scan;

/// <summary>A vector as bytes: number ≈ scale × code, code −127 to 127.</summary>
/// <param name="Error">Length of what the bytes leave out, at most.</param>
/// <param name="Length">Of the vector that the bytes stand for, at most.</param>
internal readonly record struct RowCode(float Scale, float Error, float Length)
{
    /// <summary>Covers the rounding of the two sums themselves.</summary>
    private const float Upwards = 1.0001f;

    /// <param name="codes">Gets as many codes as there are numbers. A vector that holds no finite numbers gets a scale that is none, so that it is like nothing.</param>
    public static RowCode Of(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        var most = 0f;
        var i = 0;
        var widest = Vector256<float>.Zero;
        for (; i + 8 <= vector.Length; i += 8) widest = Vector256.Max(widest, Vector256.Abs(Vector256.Create(vector[i..])));
        for (var lane = 0; lane < 8; lane++) most = MathF.Max(most, widest[lane]);
        for (; i < vector.Length; i++) most = MathF.Max(most, MathF.Abs(vector[i]));
        codes.Clear();
        if (!float.IsFinite(most)) return new RowCode(float.NaN, 0, 0);
        // numbers too small to be told from nothing are nothing
        if (most < 1e-15f) return new RowCode(0, most * vector.Length, 0);
        return Fill(vector, codes, most / 127);
    }

    private static RowCode Fill(ReadOnlySpan<float> vector, Span<sbyte> codes, float scale)
    {
        var (error, length, i) = (0f, 0f, 0);
        var (errors, lengths, per) = (Vector256<float>.Zero, Vector256<float>.Zero, 1 / scale);
        for (; i + 8 <= vector.Length; i += 8)
        {
            var v = Vector256.Create(vector[i..]);
            var code = Vector256.Round(v * per);
            var (told, whole) = (code * scale, Vector256.ConvertToInt32(code));
            (errors, lengths) = (errors + (v - told) * (v - told), lengths + told * told);
            var narrow = Vector256.Narrow(Vector256.Narrow(whole, whole), Vector256<short>.Zero);
            // narrowing keeps the order of what fits into one register
            narrow.GetLower().GetLower().CopyTo(codes[i..]);
        }
        for (; i < vector.Length; i++)
        {
            var code = MathF.Round(vector[i] * per);
            var told = code * scale;
            codes[i] = (sbyte)code;
            (error, length) = (error + (vector[i] - told) * (vector[i] - told), length + told * told);
        }
        return new RowCode(scale, MathF.Sqrt(error + Vector256.Sum(errors)) * Upwards, MathF.Sqrt(length + Vector256.Sum(lengths)) * Upwards);
    }
}
