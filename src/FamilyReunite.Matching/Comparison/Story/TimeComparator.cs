using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Comparison;

/// <summary>The order of things: nobody is found before they go missing, or goes missing before they are born.</summary>
internal sealed class TimeComparator() : Comparator("time",
    new("impossible", AgreementLevel.Conflict), new("doubtful", AgreementLevel.Conflict), new("long", AgreementLevel.Weak, Neutral: true), new("years", AgreementLevel.Weak), new("year", AgreementLevel.Weak), new("weeks", AgreementLevel.Partial), new("days", AgreementLevel.Strong))
{
    /// <summary>A family may be wrong about the day.</summary>
    private const int Tolerated = 45;

    private const int Week = 8;
    private const int TwoMonths = 60;
    private const int Year = 400;
    private const int TenYears = 3652;

    /// <summary>Years that an estimated birth is taken as possibly earlier.</summary>
    private const int EstimateSlack = 12;

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (report.Clues.LastSeen is not { } missing || person.Clues.LastSeen is not { } found) return Finding.Nothing;
        var early = missing.First.DayNumber - found.Last.DayNumber;
        if (early > 0) return new Finding(early > Tolerated ? 1 : 2, person, report);
        if (BornLater(person, missing) || BornLater(report, found)) return new Finding(1, person, report);
        var step = Math.Max(0, found.First.DayNumber - missing.Last.DayNumber) switch { <= Week => 7, <= TwoMonths => 6, <= Year => 5, <= TenYears => 4, _ => 3 };
        return new Finding(step, person, report);
    }

    public override string[] Values(in Finding finding, Vocabulary words) =>
        [words.Of(((PreparedClues)finding.Person!).Clues.LastSeen!.Value), words.Of(((PreparedClues)finding.Report!).Clues.LastSeen!.Value)];

    /// <summary>True when every statement puts one side's birth after the other side was seen.</summary>
    private static bool BornLater(PreparedClues side, DaySpan seen)
    {
        if (side.Clues.Births.Count == 0) return false;
        foreach (var b in side.Clues.Births)
        {
            if (b.Born.First.Year - (b.Estimated ? EstimateSlack : 0) <= seen.Last.Year) return false;
        }
        return true;
    }
}
