using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data;
using FamilyReunite.Matching;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Learning;

/// <summary>Whether what the model says still comes true, and whether the pairs it is shown are still of the kind they were.</summary>
public sealed class DecisionWatch(IDbContextFactory<ReuniteDb> databases, DecisionReader decisions, TimeProvider clock)
{
    /// <summary>Decisions of this long are held against what was said.</summary>
    public static readonly TimeSpan Looked = TimeSpan.FromDays(365);

    /// <summary>Pairs first proposed within this time are the new ones.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    /// <summary>The new ones are held against those of this long before.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(180);

    /// <summary>Fewer pairs in a band or a period say nothing.</summary>
    public const int FewestInBand = 20;

    public const int FewestInPeriod = 200;

    /// <summary>Pairs looked at in each period: the newest.</summary>
    private const int Most = 2000;

    private static readonly double[] Bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];

    public async Task<WatchReport> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var read = await decisions.ReadAsync(ct);
        var recent = read.Pairs.Where(p => p.At > now - Looked).ToList();
        var bands = Bounds.Zip(Bounds.Skip(1), (from, to) => Band(from, to, [.. recent.Where(p => p.Probability >= from && (p.Probability < to || to == 1))])).Where(b => b.Pairs > 0).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        var fresh = await LevelsAsync(db, now - Recent, now, ct);
        var earlier = await LevelsAsync(db, now - Recent - Before, now - Recent, ct);
        var drift = fresh.Count < FewestInPeriod || earlier.Count < FewestInPeriod ? [] : FeatureDrift.Of(earlier, fresh);
        return new WatchReport(bands, drift, fresh.Count, earlier.Count, recent.Count, read.WithoutBasis, read.Silent);
    }

    private static CalibrationBand Band(double from, double to, List<JudgedPair> pairs)
    {
        if (pairs.Count == 0) return new CalibrationBand(from, to, 0, 0, 0, 0, 1);
        var same = pairs.Count(p => p.Pair.Same);
        var (low, high) = Wilson(same, pairs.Count);
        return new CalibrationBand(from, to, pairs.Count, pairs.Average(p => p.Probability), (double)same / pairs.Count, low, high);
    }

    /// <summary>Wilson's range for a share, 95 %.</summary>
    internal static (double Low, double High) Wilson(int hits, int of)
    {
        const double Z = 1.96;
        var p = (double)hits / of;
        var (middle, half) = (p + Z * Z / (2 * of), Z * Math.Sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)));
        return (Math.Max(0, (middle - half) / (1 + Z * Z / of)), Math.Min(1, (middle + half) / (1 + Z * Z / of)));
    }

    private static async Task<List<IReadOnlyList<Evidence>>> LevelsAsync(ReuniteDb db, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var lists = await db.CandidateMatches.Where(m => m.FirstProposedAt > from && m.FirstProposedAt <= to).OrderByDescending(m => m.FirstProposedAt).Take(Most).Select(m => m.EvidenceJson).ToListAsync(ct);
        return lists.ConvertAll(EvidenceJson.Read);
    }
}

/// <param name="Bands">What was said against what came out, by what was said.</param>
/// <param name="Drift">By feature; empty while one of the periods holds too little.</param>
/// <param name="Recent">New pairs looked at.</param>
/// <param name="Earlier">Pairs of before.</param>
/// <param name="Decided">Decided pairs of the last year that the bands are made of.</param>
public sealed record WatchReport(IReadOnlyList<CalibrationBand> Bands, IReadOnlyList<FeatureDrift> Drift, int Recent, int Earlier, int Decided, int WithoutBasis, int Silent)
{
    public bool Alarms => Bands.Any(b => b.Alarms) || Drift.Any(d => d.Alarms);
}

/// <param name="Stated">Mean probability of the decided pairs.</param>
/// <param name="Observed">Share confirmed; the true share lies between <paramref name="Low"/> and <paramref name="High"/> in 95 of 100 cases.</param>
public sealed record CalibrationBand(double From, double To, int Pairs, double Stated, double Observed, double Low, double High)
{
    public bool Alarms => Pairs >= DecisionWatch.FewestInBand && (Stated < Low || Stated > High);
}
