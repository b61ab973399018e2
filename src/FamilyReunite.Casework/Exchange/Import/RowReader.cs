using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Reads rows into drafts of facts and says what cannot be. Pure; thread-safe.</summary>
/// <param name="words">Reads the words of a field; without one only what has canonical form is understood.</param>
internal sealed class RowReader(RecordKind kind, DateOnly today, IDescriptionReader? words)
{
    private const int MaxSourceId = 200;
    private static readonly char[] ListMarks = ['；', ';', '|', '、'];
    private readonly FigureReader _figures = new(kind == RecordKind.Missing, words);
    private readonly DayReader _days = new(kind == RecordKind.Missing, today, words);

    public ReadRow Read(SourceRow row)
    {
        if (row.Fault is { } fault) return new ReadRow(row.Number, null, [fault]);
        var notes = new RowNotes(row.Number);
        var sourceId = row.Text("source_id");
        if (sourceId is null) notes.Reject(null, "import.source-id-needed");
        else if (sourceId.Length > MaxSourceId || VisibleText.HasHidden(sourceId)) notes.Reject(row.Fields["source_id"].Column, "import.source-id-wrong", MaxSourceId);
        var facts = new List<FactDraft>();
        foreach (var field in ImportFields.Words) AddWords(facts, row, field, notes);
        _figures.Add(facts, row, notes);
        var days = _days.Add(facts, row, notes);
        var visits = kind == RecordKind.FieldContact ? VisitReader.Read(row, notes) : [];
        if (notes.IsRejected) return new ReadRow(row.Number, null, notes.Found);
        var opened = days.Opened ?? (visits.Count > 0 ? visits.Min(v => v.At) : null);
        var files = Files(row).ToList();
        return new ReadRow(row.Number, new RecordDraft(row.Number, sourceId!, days.Said, opened, row.Text("organisation"), CallName(row, notes), facts, visits, files), notes.Found);
    }

    private void AddWords(List<FactDraft> facts, SourceRow row, WordField field, RowNotes notes)
    {
        if (!row.Fields.TryGetValue(field.Name, out var value)) return;
        var parts = field.IsList && value.Json is null ? value.Words.SelectMany(w => w.Split(ListMarks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : value.Words;
        foreach (var part in parts.Where(PlainWords.SaysSomething))
        {
            if (PlainWords.Check(part, field.Kind, value.Column, notes) is not { } said) continue;
            facts.Add(new FactDraft(field.Kind, said, Understand(field.Kind, said), ImportFields.SourceOf(field.Kind, kind == RecordKind.Missing)));
        }
    }

    private string? Understand(FactKind fact, string said) =>
        fact is FactKind.FreeText or FactKind.Spoken or FactKind.CaseNumber or FactKind.ReporterName or FactKind.ReporterRelation or FactKind.ReporterContact ? null : words?.Understand(fact, said);

    private static string? CallName(SourceRow row, RowNotes notes) =>
        row.Fields.TryGetValue("call_name", out var v) && v.Words.Count > 0 ? PlainWords.Check(v.Words[0], FactKind.Name, v.Column, notes) : null;

    private static IEnumerable<FileDraft> Files(SourceRow row)
    {
        foreach (var (field, of) in new[] { ("photo", AttachmentKind.Photo), ("audio", AttachmentKind.Audio) })
            if (row.Fields.TryGetValue(field, out var value)) foreach (var path in value.Words) yield return new FileDraft(of, value.Column, path);
    }
}
