namespace FamilyReunite.Photos.Faces.Scan;

/// <summary>A question as bytes, with the bound of what they leave out.</summary>
internal readonly struct ScanQuery
{
    public ScanQuery(ReadOnlySpan<float> vector)
    {
        Codes = new sbyte[(vector.Length + BlockDot.Group - 1) / BlockDot.Group * BlockDot.Group];
        var code = RowCode.Of(vector, Codes);
        (Scale, Error, Rounding) = (code.Scale, code.Error, (vector.Length + 16) * MathF.Pow(2, -23));
        // rows are raised by 128
        foreach (var c in Codes) Raised += 128 * c;
        Length = code.Length + code.Error;
    }

    public sbyte[] Codes { get; }

    public float Scale { get; }

    public float Error { get; }

    /// <summary>Of the vector, at most.</summary>
    public float Length { get; }

    public int Raised { get; }

    /// <summary>Share of the product of lengths by which a sum of floats, in whatever order, may be off.</summary>
    public float Rounding { get; }
}
