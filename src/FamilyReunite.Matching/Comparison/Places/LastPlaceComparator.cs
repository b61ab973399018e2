using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Where the person was found beside where they were last seen. Far away speaks against nobody: most are found in another province.</summary>
internal sealed class LastPlaceComparator(IPlaceResolver places) : Comparator("last-place",
    new("elsewhere", AgreementLevel.Weak, Neutral: true), new("region", AgreementLevel.Weak), new("province", AgreementLevel.Partial), new("prefecture", AgreementLevel.Strong), new("county", AgreementLevel.Strong))
{
    /// <summary>Kilometres that still count as the same region across a border of provinces.</summary>
    private const double Region = 250;

    private const double KilometresPerDegree = 111.2;

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var best = Finding.Nothing;
        foreach (var p in person.LastPlaces)
        {
            foreach (var r in report.LastPlaces)
            {
                if (p.Readings.Length == 0 || r.Readings.Length == 0) continue;
                var step = StepOf(p.Readings[0].Code, r.Readings[0].Code);
                if (step > best.Step) best = new Finding(step, p, r);
            }
        }
        return best;
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Statement((PreparedHome)finding.Person!), words.Statement((PreparedHome)finding.Report!)];

    private int StepOf(DivisionCode a, DivisionCode b)
    {
        if (Same(a, b, DivisionLevel.County)) return 5;
        if (Same(a, b, DivisionLevel.Prefecture)) return 4;
        if (Same(a, b, DivisionLevel.Province)) return 3;
        return Kilometres(a, b) is { } km && km <= Region ? 2 : 1;
    }

    private static bool Same(DivisionCode a, DivisionCode b, DivisionLevel level) => a.Level >= level && b.Level >= level && a.At(level) == b.At(level);

    private double? Kilometres(DivisionCode a, DivisionCode b)
    {
        if (places.CentreOf(a.At(DivisionLevel.County)) is not { } p || places.CentreOf(b.At(DivisionLevel.County)) is not { } q) return null;
        var x = (p.Longitude - q.Longitude) * Math.Cos((p.Latitude + q.Latitude) * Math.PI / 360);
        var y = p.Latitude - q.Latitude;
        return KilometresPerDegree * Math.Sqrt(x * x + y * y);
    }
}
