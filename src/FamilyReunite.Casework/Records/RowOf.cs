using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>A record as one line of a list.</summary>
internal static class RowOf
{
    private const int ExcerptLength = 60;

    public static RecordRow Record(CaseRecord r, DateTimeOffset now, int candidates)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var ages = Ages.Today(r, today).ToList();
        return new RecordRow(
            r.Id, r.Kind, r.Status,
            r switch { StrandedPerson p => p.CallName, FieldContact c => c.CallName, _ => null },
            (r.Current(FactKind.Name).LastOrDefault() ?? r.Current(FactKind.NameHeard).LastOrDefault())?.AsHeard,
            r.Current(FactKind.Sex).LastOrDefault()?.Understood,
            ages.Count > 0 ? ages[^1] : (NumberRange?)null,
            Ages.MayBeMinor(r, today),
            r.Current(r.Kind == RecordKind.Missing ? FactKind.MissingPlace : FactKind.FoundPlace).LastOrDefault()?.AsHeard,
            r.OpenedAt, r.ChangedAt, Math.Max(0, (int)(now - r.OpenedAt).TotalDays),
            r.Attachments.Where(a => a.Kind == AttachmentKind.Photo).OrderBy(a => a.AddedAt).Select(a => (Guid?)a.Id).FirstOrDefault(),
            r is StrandedPerson { DoesNotWantToBeFound: true }, Excerpt(r), candidates);
    }

    private static string? Excerpt(CaseRecord r)
    {
        if (r.Current(FactKind.Name).Any() || r.Current(FactKind.Sex).Any()) return null;
        var text = (r.Current(FactKind.FreeText).FirstOrDefault() ?? r.Current(FactKind.Spoken).FirstOrDefault() ?? r.Current(FactKind.HomeHeard).FirstOrDefault())?.AsHeard;
        return text is { Length: > ExcerptLength } ? text[..ExcerptLength] + "…" : text;
    }
}
