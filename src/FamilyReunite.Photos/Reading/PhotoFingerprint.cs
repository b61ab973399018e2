using System.Numerics;

namespace FamilyReunite.Photos.Reading;

/// <summary>A 64-bit difference hash (dHash): whether each of 9 × 8 averaged grey cells is brighter than its right neighbour. Says "the same picture", never "the same face".</summary>
public static class PhotoFingerprint
{
    private const int Columns = 9;
    private const int Rows = 8;

    public static long Of(PixelImage image, bool mirrored = false)
    {
        Span<double> grey = stackalloc double[Columns * Rows];
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Columns; c++) grey[r * Columns + c] = Cell(image, mirrored ? Columns - 1 - c : c, r, Columns, Rows);
        var hash = 0UL;
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c + 1 < Columns; c++) hash = (hash << 1) | (grey[r * Columns + c] > grey[r * Columns + c + 1] ? 1UL : 0UL);
        return unchecked((long)hash);
    }

    /// <summary>Bits that differ, 0 to 64; up to about 10 two files are likely one picture.</summary>
    public static int Distance(long a, long b) => BitOperations.PopCount(unchecked((ulong)(a ^ b)));

    /// <summary>Mean luma (BT.601) of one cell of the grid.</summary>
    internal static double Cell(PixelImage image, int column, int row, int columns, int rows)
    {
        var (x0, x1) = Span(image.Width, column, columns);
        var (y0, y1) = Span(image.Height, row, rows);
        long sum = 0;
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var at = (y * image.Width + x) * 4;
                sum += 299 * image.Rgba[at] + 587 * image.Rgba[at + 1] + 114 * image.Rgba[at + 2];
            }
        }
        return (double)sum / ((long)(x1 - x0) * (y1 - y0));
    }

    /// <summary>At least one pixel, also of a picture smaller than the grid.</summary>
    private static (int From, int To) Span(int size, int cell, int cells)
    {
        var from = Math.Min(size - 1, (int)((long)size * cell / cells));
        return (from, Math.Max(from + 1, (int)((long)size * (cell + 1) / cells)));
    }
}
