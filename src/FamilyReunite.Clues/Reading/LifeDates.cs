using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Reading;

/// <summary>When a person was last seen, and the spans of birth that their ages and dates allow.</summary>
internal static class LifeDates
{
    private static readonly DateOnly Earliest = new(1850, 1, 1);

    /// <summary>The first dated statement of going missing or of being found; null when none has a year.</summary>
    public static DaySpan? LastSeen(List<Statement> all, RecordKind kind)
    {
        foreach (var s in all)
            if (s.Kind == (kind == RecordKind.Missing ? FactKind.MissingAt : FactKind.FoundAt) && Span(s) is { } span) return span;
        return null;
    }

    public static List<BirthClue> Births(List<Statement> all, RecordKind kind, DaySpan? lastSeen)
    {
        var births = new List<BirthClue>();
        foreach (var s in all)
        {
            var estimated = kind != RecordKind.Missing ? s.Source is not (FactSource.Document or FactSource.Police) : s.Confidence is Confidence.Doubtful or Confidence.Unsure;
            BirthClue? birth = s.Kind switch
            {
                FactKind.BirthDate when Span(s) is { } span => new BirthClue(span, estimated || (s.Understood?.EndsWith('~') ?? false)),
                FactKind.Age when NumberRange.TryParse(s.Understood, out var age) => Of(age, s, lastSeen, estimated || age.High - age.Low > 1 || s.AsHeard.Contains('约', StringComparison.Ordinal)),
                _ => null,
            };
            if (birth is not null && !births.Contains(birth)) births.Add(birth);
        }
        return births;
    }

    /// <summary>An age was that of the day the person was last seen; with "今年", or when no such day is known, of the day of writing.</summary>
    private static BirthClue? Of(NumberRange age, Statement s, DaySpan? lastSeen, bool estimated)
    {
        if (age.Low < 0 || age.High > 130) return null;
        var at = lastSeen is { } seen && !s.AsHeard.Contains("今年", StringComparison.Ordinal) ? seen : new DaySpan(s.Recorded, s.Recorded);
        // by the traditional count one is a year or two older
        var nominal = s.AsHeard.Contains('虚', StringComparison.Ordinal) ? 2 : 0;
        var first = Back(at.First, (int)Math.Floor(age.High) + 1).AddDays(1);
        var last = Back(at.Last, (int)Math.Max(0, Math.Floor(age.Low) - nominal)).AddDays(age.Low > Math.Floor(age.Low) ? -(int)((age.Low - Math.Floor(age.Low)) * 365) : 0);
        return new BirthClue(first <= last ? new DaySpan(first, last) : new DaySpan(last, first), estimated);
    }

    private static DateOnly Back(DateOnly day, int years) => day.Year - years <= Earliest.Year ? Earliest : day.AddYears(-years);

    private static DaySpan? Span(Statement s)
    {
        if (!PartialDate.TryParse(s.Understood, out var date) || date.SolarSpan() is not { } span || span.First < Earliest) return null;
        var slack = date.Approximate ? 1 : 0;
        return new DaySpan(span.First.AddYears(-slack), span.Last.AddYears(slack));
    }
}
