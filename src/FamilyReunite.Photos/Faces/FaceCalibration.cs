namespace FamilyReunite.Photos.Faces;

/// <summary>Ages at which the two photos were taken: the younger one decides.</summary>
public enum FaceAges
{
    Adults,

    /// <summary>One of the two was 3 to 17.</summary>
    Child,

    /// <summary>One of the two was under 3: faces of that age tell little.</summary>
    Infant,
}

/// <param name="From">Similarity from which it holds.</param>
/// <param name="Weight">Log-odds for the same person; never negative, for a face that looks different says nothing.</param>
/// <param name="StrangersPerMillion">Of a million photos of strangers, how many would look at least this alike.</param>
public sealed record FaceBar(float From, double Weight, double StrangersPerMillion);

/// <summary>What similarities are worth for photos of one kind.</summary>
/// <param name="Clear">Both photos without a quality reason.</param>
/// <param name="MostYears">Most years between the two photos.</param>
/// <param name="Bars">Rising in similarity and in weight.</param>
public sealed record FaceCell(bool Clear, FaceAges Ages, int MostYears, IReadOnlyList<FaceBar> Bars);

/// <summary>Measured worth of a pack's similarities: quality × ages × years between. A kind of photos that was not measured is not in it.</summary>
/// <param name="Source">What it was measured on.</param>
/// <param name="KinFrom">Similarity from which two people may be relatives; null when not measured.</param>
public sealed record FaceCalibration(string Source, float? KinFrom, IReadOnlyList<FaceCell> Cells)
{
    /// <summary>Log-odds beyond which a lead is no longer weak.</summary>
    public const double WeakLead = 0.7;

    /// <summary>Years over which the face of a child becomes another one.</summary>
    public const int ChildYears = 10;

    internal bool IsPossible => Source.Length > 0 && Cells.All(c => c.MostYears >= 0 && c.Bars.All(b => b.Weight >= 0 && double.IsFinite(b.Weight) && float.IsFinite(b.From) && b.StrangersPerMillion >= 0) && c.Bars.Zip(c.Bars.Skip(1)).All(p => p.First.From < p.Second.From && p.First.Weight <= p.Second.Weight));

    /// <summary>Null when this kind of photos was not measured, or when the two do not look alike enough to speak for anything.</summary>
    /// <param name="years">Null when it is not known when a photo was taken: then nothing is told.</param>
    public FaceWorth? Of(float similarity, bool clear, FaceAges ages, int? years)
    {
        if (years is not { } between || Cells.Where(c => c.Clear == clear && c.Ages == ages && c.MostYears >= between).MinBy(c => c.MostYears) is not { } cell) return null;
        if (cell.Bars.LastOrDefault(b => similarity >= b.From) is not { } bar) return null;
        var weak = ages == FaceAges.Infant || (ages == FaceAges.Child && between > ChildYears);
        return new FaceWorth(weak ? Math.Min(bar.Weight, WeakLead) : bar.Weight, bar.StrangersPerMillion, weak);
    }

    /// <summary>Whether this kind of photos was measured at all.</summary>
    public bool Knows(bool clear, FaceAges ages, int? years) => years is { } between && Cells.Any(c => c.Clear == clear && c.Ages == ages && c.MostYears >= between);
}

/// <param name="Weight">Log-odds for the same person, 0 or more.</param>
/// <param name="IsWeak">At most a weak lead, however alike the faces are.</param>
public sealed record FaceWorth(double Weight, double StrangersPerMillion, bool IsWeak)
{
    /// <summary>How many strangers among <paramref name="photos"/> photos would look at least this alike.</summary>
    public double Strangers(int photos) => StrangersPerMillion * photos / 1e6;
}
