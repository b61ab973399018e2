using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>How old somebody may be today, out of what was said and estimated.</summary>
public static class Ages
{
    public const int Adult = 18;

    /// <summary>Every current statement of age or birth as the years it allows today, newest last.</summary>
    public static IEnumerable<NumberRange> Today(CaseRecord record, DateOnly today)
    {
        foreach (var f in record.Facts.Where(f => f.IsCurrent && f.Answer == AnswerState.Given))
        {
            if (f.Kind == FactKind.Age && NumberRange.TryParse(f.Understood, out var age))
            {
                var since = Math.Max(0, today.Year - f.RecordedAt.Year);
                yield return new NumberRange(age.Low + since, age.High + since);
            }
            else if (f.Kind == FactKind.BirthDate && PartialDate.TryParse(f.Understood, out var birth) && birth.SolarSpan() is { } span)
                yield return new NumberRange(Years(span.Last, today), Years(span.First, today));
        }
    }

    /// <summary>True as soon as one statement allows it: a child is protected on a doubt.</summary>
    public static bool MayBeMinor(CaseRecord record, DateOnly today) => Today(record, today).Any(a => a.Low < Adult);

    private static int Years(DateOnly birth, DateOnly today) => Math.Max(0, today.Year - birth.Year - (today < birth.AddYears(today.Year - birth.Year) ? 1 : 0));
}
