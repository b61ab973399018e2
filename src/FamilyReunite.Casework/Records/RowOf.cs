using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>A record as one line of a list.</summary>
internal static class RowOf
{
    private const int ExcerptLength = 60;

    public static RecordRow Record(CaseRecord r, ReadWords words, DateTimeOffset now, int candidates)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var ages = Ages.Today(r, today, words);
        var placeKind = r.Kind == RecordKind.Missing ? FactKind.MissingPlace : FactKind.FoundPlace;
        var (name, heard) = (Said(r, FactKind.Name), Said(r, FactKind.NameHeard));
        var (sex, place) = (r.Current(FactKind.Sex).LastOrDefault()?.Understood, Said(r, placeKind));
        var readName = name is null && heard is null ? words.First(r, FactKind.Name, FactKind.NameHeard, FactKind.OtherName)?.Read.AsHeard : null;
        var readSex = sex is null ? words.First(r, FactKind.Sex)?.Read.Understood : null;
        var readPlace = place is null ? words.First(r, placeKind)?.Read.AsHeard : null;
        return new RecordRow(
            r.Id, r.Kind, r.Status,
            r switch { StrandedPerson p => p.CallName, FieldContact c => c.CallName, _ => null },
            name ?? heard ?? readName, name is null && (heard ?? readName) is not null,
            sex ?? readSex,
            ages.Count > 0 ? ages[^1] : (NumberRange?)null,
            ages.Any(a => a.Low < Ages.Adult),
            place ?? readPlace,
            readName is not null || readSex is not null || readPlace is not null || (ages.Count > 0 && !Ages.Today(r, today).Any()),
            r.OpenedAt, r.ChangedAt, Math.Max(0, (int)(now - r.OpenedAt).TotalDays),
            r.Attachments.Where(a => a.Kind == AttachmentKind.Photo).OrderBy(a => a.AddedAt).Select(a => (Guid?)a.Id).FirstOrDefault(),
            r is StrandedPerson { DoesNotWantToBeFound: true }, Excerpt(r), candidates);
    }

    private static string? Said(CaseRecord r, FactKind kind) => r.Current(kind).LastOrDefault()?.AsHeard is { Length: > 0 } words ? words : null;

    private static string? Excerpt(CaseRecord r)
    {
        if (r.Current(FactKind.Name).Any() || r.Current(FactKind.Sex).Any()) return null;
        var text = (r.Current(FactKind.FreeText).FirstOrDefault() ?? r.Current(FactKind.Spoken).FirstOrDefault() ?? r.Current(FactKind.HomeHeard).FirstOrDefault())?.AsHeard;
        return text is { Length: > ExcerptLength } ? text[..ExcerptLength] + "…" : text;
    }
}
