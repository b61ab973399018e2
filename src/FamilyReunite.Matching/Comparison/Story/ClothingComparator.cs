namespace FamilyReunite.Matching.Comparison;

/// <summary>Clothes, as long as nobody will have changed them for good.</summary>
internal sealed class ClothingComparator() : Comparator("clothing",
    new("different", AgreementLevel.Conflict), new("little", AgreementLevel.Weak, Neutral: true), new("alike", AgreementLevel.Partial), new("same", AgreementLevel.Strong), new("outfit", AgreementLevel.Exact))
{
    /// <summary>Days after which about nine of ten garments are other ones.</summary>
    private const int Kept = 40;

    /// <summary>P that the garment is still worn and both sides name it alike; between these bounds lies the log ratio of a garment of the same colour and kind. Estimated.</summary>
    private const double NamedAlike = 0.25;
    private const double BothLeast = 1.2;
    private const double BothMost = 2.9;

    /// <summary>Log ratios of the same colour or thing alone, and of no likeness. Estimated.</summary>
    private const double One = 0.4;
    private const double None = -0.6;

    private static readonly double[] Bounds = [-0.7, 0.3, 1.8, 3.5];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (person.Clothing.Length == 0 || report.Clothing.Length == 0 || Days(person, report) is not (>= 0 and <= Kept)) return Finding.Nothing;
        var (sum, most, a, b) = (0.0, double.NegativeInfinity, person.Clothing[0], report.Clothing[0]);
        foreach (var p in person.Clothing)
        {
            var mine = None;
            foreach (var r in report.Clothing)
            {
                var gain = Gain(p, r);
                mine = Math.Max(mine, gain);
                if (gain > most) (most, a, b) = (gain, p, r);
            }
            sum += mine;
        }
        return new Finding(1 + Reached(sum, Bounds), a, b);
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [Vocabulary.Quote(((PreparedGarment)finding.Person!).Words), Vocabulary.Quote(((PreparedGarment)finding.Report!).Words)];

    private static int? Days(PreparedClues person, PreparedClues report) =>
        person.Clues.LastSeen is { } found && report.Clues.LastSeen is { } lost ? found.First.DayNumber - lost.Last.DayNumber : null;

    private static double Gain(PreparedGarment a, PreparedGarment b)
    {
        var thing = a.Thing.Length > 0 && a.Thing == b.Thing;
        var colour = a.Colour.Length > 0 && a.Colour == b.Colour;
        if (thing && colour) return Math.Clamp(Math.Log(NamedAlike / (b.ColourShare * b.ThingShare)), BothLeast, BothMost);
        return thing || (colour && a.Thing.Length > 0 && b.Thing.Length > 0 && a.Thing[^1] == b.Thing[^1]) ? One : None;
    }
}
