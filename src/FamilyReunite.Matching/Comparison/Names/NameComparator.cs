namespace FamilyReunite.Matching.Comparison;

/// <summary>The best-fitting pair of names of two records. Written names by character, heard ones by sound; common names count less.</summary>
internal sealed class NameComparator() : Comparator("name",
    new("different", AgreementLevel.Conflict), new("little", AgreementLevel.Weak, Neutral: true), new("part", AgreementLevel.Partial), new("well", AgreementLevel.Strong), new("same-common", AgreementLevel.Strong), new("same", AgreementLevel.Exact),
    new("heard-different", AgreementLevel.Conflict, 1), new("heard-little", AgreementLevel.Weak, 1, Neutral: true), new("heard-part", AgreementLevel.Partial, 1), new("heard-well", AgreementLevel.Strong, 1), new("heard-closely", AgreementLevel.Strong, 1), new("heard-same", AgreementLevel.Exact, 1))
{
    private const int Same = 6;
    private const int SameCommon = 5;
    private const int Heard = 7;

    /// <summary>Below this an identical written name is one that many bear.</summary>
    private const double RareName = 11;

    /// <summary>A call name beside a full name: two names of one person as well as not.</summary>
    private const double NoConflict = 0;

    private static readonly double[] Written = [-1.2, 1, 3.5];
    private static readonly double[] ByEar = [-1.2, 0.8, 3, 5.5, 8.5];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (best, a, b) = (double.NegativeInfinity, (PreparedName?)null, (PreparedName?)null);
        foreach (var p in person.Names)
        {
            foreach (var r in report.Names)
            {
                var gain = NameAlignment.Gain(p, r);
                if (gain > best) (best, a, b) = (gain, p, r);
            }
        }
        if (a is null || b is null) return Finding.Nothing;
        return new Finding(StepOf(person.OnlyCallNames || report.OnlyCallNames ? Math.Max(NoConflict, best) : best, a, b), a, b);
    }

    public override string[] Values(in Finding finding, Vocabulary words) =>
        [Vocabulary.Quote(((PreparedName)finding.Person!).Clue.Text), Vocabulary.Quote(((PreparedName)finding.Report!).Clue.Text)];

    private static int StepOf(double gain, PreparedName a, PreparedName b)
    {
        if (a.HeardOnly || b.HeardOnly) return Heard + Reached(gain, ByEar);
        if (a.Folded == b.Folded && gain >= Written[^1]) return gain >= RareName ? Same : SameCommon;
        return 1 + Reached(gain, Written);
    }
}
