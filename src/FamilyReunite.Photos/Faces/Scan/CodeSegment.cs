namespace FamilyReunite.Photos.Faces.Scan;

/// <summary>Up to 65,536 vectors as bytes, block by block: the codes of 32 rows and their 32 scales. Never changed once laid out, so later galleries share it.</summary>
internal sealed unsafe class CodeSegment
{
    public const int MostRows = 65_536;

    private readonly CodeMemory _memory;
    private readonly float[] _errors, _lengths;

    /// <param name="rows">The vectors, kept for the second look.</param>
    public CodeSegment(float[][] rows, int dimension)
    {
        Rows = rows;
        Groups = (dimension + BlockDot.Group - 1) / BlockDot.Group;
        Blocks = (rows.Length + BlockDot.Rows - 1) / BlockDot.Rows;
        (_memory, _errors, _lengths) = (new CodeMemory(Blocks * BlockBytes), new float[Blocks], new float[Blocks]);
        Parallel.For(0, Blocks, Lay);
    }

    public float[][] Rows { get; }

    public int Blocks { get; }

    public int Groups { get; }

    /// <summary>Bytes of codes and scales.</summary>
    public long Bytes => Blocks * BlockBytes;

    private int CodeBytes => Groups * BlockDot.Stride;

    private long BlockBytes => CodeBytes + BlockDot.Rows * sizeof(float);

    public byte* Codes(int block) => _memory.Start + block * BlockBytes;

    public float* Scales(int block) => (float*)(Codes(block) + CodeBytes);

    /// <summary>How far the product of bytes may be from that of floats, for every row of the block: |u·v − û·v̂| ≤ |u − û||v̂| + |u||v − v̂|, and what floats round.</summary>
    public float Slack(int block, in ScanQuery query) =>
        query.Error * _lengths[block] + query.Length * _errors[block] + query.Rounding * query.Length * (_lengths[block] + _errors[block]);

    /// <summary>True when these are the very same vectors in the same order.</summary>
    public bool Holds(ReadOnlySpan<float[]> rows)
    {
        if (rows.Length != Rows.Length) return false;
        for (var i = 0; i < rows.Length; i++)
            if (!ReferenceEquals(rows[i], Rows[i])) return false;
        return true;
    }

    private void Lay(int block)
    {
        Span<sbyte> codes = stackalloc sbyte[Groups * BlockDot.Group];
        var first = block * BlockDot.Rows;
        new Span<byte>(Codes(block), CodeBytes).Fill(128);
        for (var r = 0; r < BlockDot.Rows; r++)
        {
            // a place without a row is like nothing
            Scales(block)[r] = float.NaN;
            if (first + r >= Rows.Length) continue;
            var code = RowCode.Of(Rows[first + r], codes);
            Scales(block)[r] = code.Scale;
            (_errors[block], _lengths[block]) = (MathF.Max(_errors[block], code.Error), MathF.Max(_lengths[block], code.Length));
            fixed (sbyte* from = codes)
                for (var g = 0; g < Groups; g++) ((uint*)(Codes(block) + g * BlockDot.Stride))[r] = ((uint*)from)[g] ^ 0x80808080;
        }
    }
}
