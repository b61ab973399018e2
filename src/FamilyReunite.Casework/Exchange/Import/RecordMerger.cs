using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Brings a draft into a record: what is there already changes nothing, a new value of a single field takes the place of the imported one before, and what people entered or corrected stays.</summary>
internal static class RecordMerger
{
    /// <returns>True when something was added.</returns>
    public static bool Apply(RecordDraft draft, CaseRecord record, IReadOnlyList<Attachment> files, DateTimeOffset now)
    {
        var changed = false;
        foreach (var fact in draft.Facts)
        {
            if (IsKnown(record, fact)) continue;
            record.Add(new Fact(Guid.CreateVersion7(now), fact.Kind, fact.AsHeard, fact.Understood, fact.Source, saidBy: null, recordedBy: null, draft.SaidOn ?? now, fact.Confidence, replaces: Replaced(record, draft, fact)?.Id));
            changed = true;
        }
        foreach (var file in files.Where(f => !record.Attachments.Any(a => a.Kind == f.Kind && a.Sha256 == f.Sha256))) changed |= record.Attach(file);
        if (record is FieldContact contact)
            foreach (var visit in draft.Visits) changed |= contact.Add(visit);
        return changed | Rename(record, draft.CallName);
    }

    /// <summary>Stands already, or stood and was corrected by a person.</summary>
    private static bool IsKnown(CaseRecord record, FactDraft draft) => record.Facts.Any(f => f.Kind == draft.Kind && f.AsHeard == draft.AsHeard && (f.IsCurrent || IsCorrected(record, f)));

    private static bool IsCorrected(CaseRecord record, Fact fact) =>
        fact.ReplacedBy is { } by && record.Facts.FirstOrDefault(f => f.Id == by) is { } next && (next.RecordedBy is not null || IsCorrected(record, next));

    private static Fact? Replaced(CaseRecord record, RecordDraft draft, FactDraft fact) => !ImportFields.IsSingle(fact.Kind) ? null
        : record.Facts.FirstOrDefault(f => f.Kind == fact.Kind && f.IsCurrent && f.RecordedBy is null && !draft.Facts.Any(d => d.Kind == f.Kind && d.AsHeard == f.AsHeard));

    private static bool Rename(CaseRecord record, string? name)
    {
        if (name is null) return false;
        switch (record)
        {
            case StrandedPerson p when p.CallName != name:
                p.CallName = name;
                return true;
            case FieldContact c when c.CallName != name:
                c.CallName = name;
                return true;
            default:
                return false;
        }
    }
}
