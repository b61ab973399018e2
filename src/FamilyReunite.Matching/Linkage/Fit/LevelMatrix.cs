using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>The levels of many pairs, one byte a field, and what the rarity of agreed values adds per pair.</summary>
internal sealed class LevelMatrix
{
    private readonly byte[] _levels;
    private readonly float[] _rarity;
    private readonly float[] _personal;
    private readonly sbyte[] _byField;

    private LevelMatrix(int pairs, int fields) => (Count, Fields, _levels, _rarity, _personal, _byField) = (pairs, fields, new byte[(long)pairs * fields], new float[pairs], new float[pairs], new sbyte[(long)pairs * fields]);

    public int Count { get; }

    public int Fields { get; }

    public ReadOnlySpan<byte> Levels(int pair) => _levels.AsSpan(pair * Fields, Fields);

    public float Rarity(int pair) => _rarity[pair];

    /// <summary>The part of <see cref="Rarity"/> that comes from what relatives do not share.</summary>
    public float PersonalRarity(int pair) => _personal[pair];

    /// <summary>What the rarity of agreed values adds in each field, as <see cref="Coarse"/> has it.</summary>
    public ReadOnlySpan<sbyte> RarityByField(int pair) => _byField.AsSpan(pair * Fields, Fields);

    /// <summary>A weight in sixteenths, held within eight.</summary>
    public static sbyte Coarse(double weight) => (sbyte)Math.Clamp(Math.Round(weight * 16), -127, 127);

    public static LevelMatrix Compare(IReadOnlyList<Field> fields, CandidatePairs pairs, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        const int Chunk = 4096;
        var matrix = new LevelMatrix(pairs.Count, fields.Count);
        var done = 0;
        Parallel.For(0, (pairs.Count + Chunk - 1) / Chunk, new ParallelOptions { CancellationToken = ct }, chunk =>
        {
            for (var p = chunk * Chunk; p < Math.Min(pairs.Count, (chunk + 1) * Chunk); p++)
            {
                var (rarity, personal) = (0.0, 0.0);
                for (var f = 0; f < fields.Count; f++)
                {
                    matrix._levels[p * fields.Count + f] = (byte)fields[f].Compare(pairs.A[p], pairs.B[p], out var more);
                    matrix._byField[p * fields.Count + f] = Coarse(more);
                    rarity += more;
                    if (fields[f].IsPersonal) personal += more;
                }
                (matrix._rarity[p], matrix._personal[p]) = ((float)rarity, (float)personal);
            }
            progress?.Report(new LinkProgress(LinkStage.Compare, Math.Min(pairs.Count, Interlocked.Add(ref done, Chunk)), pairs.Count));
        });
        return matrix;
    }
}
