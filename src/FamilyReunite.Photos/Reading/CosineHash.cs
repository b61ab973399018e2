namespace FamilyReunite.Photos.Reading;

/// <summary>A 64-bit pHash: the sign, against their median, of the 8 × 8 lowest frequencies of a 32 × 32 grey picture.</summary>
public static class CosineHash
{
    private const int Side = 32;
    private const int Kept = 8;
    private static readonly double[] Waves = [.. Enumerable.Range(0, Kept).SelectMany(k => Enumerable.Range(0, Side).Select(n => Math.Cos(Math.PI * k * (2 * n + 1) / (2.0 * Side))))];

    public static long Of(PixelImage image, bool mirrored = false)
    {
        Span<double> grey = stackalloc double[Side * Side];
        for (var r = 0; r < Side; r++)
            for (var c = 0; c < Side; c++) grey[r * Side + c] = PhotoFingerprint.Cell(image, mirrored ? Side - 1 - c : c, r, Side, Side);
        Span<double> low = stackalloc double[Kept * Kept];
        for (var v = 0; v < Kept; v++)
            for (var u = 0; u < Kept; u++) low[v * Kept + u] = Frequency(grey, u, v);
        Span<double> sorted = stackalloc double[Kept * Kept - 1];
        // the first one is the mean brightness and says nothing about the picture
        low[1..].CopyTo(sorted);
        sorted.Sort();
        var median = sorted[sorted.Length / 2];
        var hash = 0UL;
        for (var i = 0; i < low.Length; i++) hash = (hash << 1) | (i > 0 && low[i] > median ? 1UL : 0UL);
        return unchecked((long)hash);
    }

    private static double Frequency(ReadOnlySpan<double> grey, int u, int v)
    {
        var sum = 0.0;
        for (var r = 0; r < Side; r++)
        {
            var row = 0.0;
            for (var c = 0; c < Side; c++) row += grey[r * Side + c] * Waves[u * Side + c];
            sum += row * Waves[v * Side + r];
        }
        return sum;
    }
}
