using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>How old somebody may be today, out of what was said and estimated.</summary>
public static class Ages
{
    public const int Adult = 18;

    /// <summary>Every current statement of age or birth as the years it allows today, newest last.</summary>
    public static IEnumerable<NumberRange> Today(CaseRecord record, DateOnly today) =>
        record.Facts.Where(f => f.IsCurrent && f.Answer == AnswerState.Given).Select(f => Of(f.Kind, f.Understood, f.RecordedAt, today)).OfType<NumberRange>();

    /// <summary>The same; where no statement says it, what was read out of free words.</summary>
    public static IReadOnlyList<NumberRange> Today(CaseRecord record, DateOnly today, ReadWords words)
    {
        NumberRange[] stated = [.. Today(record, today)];
        return stated.Length > 0 ? stated : [.. words.Of(record).Select(w => Of(w.Read.Kind, w.Read.Understood, w.From.RecordedAt, today)).OfType<NumberRange>()];
    }

    /// <summary>True as soon as one statement allows it: a child is protected on a doubt.</summary>
    public static bool MayBeMinor(CaseRecord record, DateOnly today, ReadWords words) => Today(record, today, words).Any(a => a.Low < Adult);

    private static NumberRange? Of(FactKind kind, string? understood, DateTimeOffset recordedAt, DateOnly today)
    {
        if (kind == FactKind.Age && NumberRange.TryParse(understood, out var age))
        {
            var since = Math.Max(0, today.Year - recordedAt.Year);
            return new NumberRange(age.Low + since, age.High + since);
        }
        return kind == FactKind.BirthDate && PartialDate.TryParse(understood, out var birth) && birth.SolarSpan() is { } span ? new NumberRange(Years(span.Last, today), Years(span.First, today)) : null;
    }

    private static int Years(DateOnly birth, DateOnly today) => Math.Max(0, today.Year - birth.Year - (today < birth.AddYears(today.Year - birth.Year) ? 1 : 0));
}
