using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Intake.Notices;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.Intake;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Reports;

/// <summary>粘贴寻人启事: a notice in free words becomes lines of a report. Shows which words gave which line before anything is kept.</summary>
public sealed class PasteModel(NoticeDraft notices, IntakeDesk desk, ReuniteDb db, IStringLocalizer<IntakeText> text) : ReunitePage
{
    /// <summary>The report that the lines are added to; null for a new one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    /// <summary>UUIDv7 of the report to be.</summary>
    [BindProperty] public Guid RecordId { get; set; }

    [BindProperty] public string? Notice { get; set; }

    /// <summary>Which of several persons the report is about.</summary>
    [BindProperty] public int Person { get; set; }

    /// <summary>Lines that are to be kept, by their place in the person's list.</summary>
    [BindProperty] public List<int> Keep { get; set; } = [];

    public IReadOnlyList<DraftPerson> Persons { get; private set; } = [];

    /// <summary>What the report holds already, in words, by kind.</summary>
    public ILookup<FactKind, string> Held { get; private set; } = Enumerable.Empty<(FactKind, string)>().ToLookup(x => x.Item1, x => x.Item2);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadRecordAsync()) return NotYours();
        if (RecordId == Guid.Empty) RecordId = NewId();
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync()
    {
        if (!await ReadRecordAsync()) return NotYours();
        if (!IsReadable()) return Page();
        Persons = notices.Read(Notice!);
        Person = Math.Clamp(Person, 0, Persons.Count - 1);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (!await ReadRecordAsync()) return NotYours();
        if (!IsReadable()) return Page();
        Persons = notices.Read(Notice!);
        if (Person < 0 || Person >= Persons.Count) return NotYours();
        var lines = Persons[Person].Lines;
        var statements = Keep.Distinct().Where(k => k >= 0 && k < lines.Count).Select(k => Statement(lines[k])).Append(new FactStatement(NewId(), FactKind.FreeText, Notice!.Trim(), FactSource.SaidByFamily, Adds: true)).ToList();
        var outcome = await desk.SaveFormAsync(Caller, new IntakeForm(WriteId, RecordKind.Missing, RecordId, statements), Aborted);
        if (outcome.Value is not { } saved)
        {
            if (outcome.Problems[0].Code == "record.not-found") return NotYours();
            Show(outcome.Problems);
            return Page();
        }
        Say(saved.Problems.Count == 0 ? text["paste.kept", saved.Saved.Count] : text["paste.kept-but", saved.Saved.Count, saved.Problems.Count]);
        return LocalRedirect($"/Reports/Edit/{RecordId:D}");
    }

    /// <summary>The text in pieces: the words of the chosen person's lines and what stands between.</summary>
    public IEnumerable<(string Words, FactKind? Kind)> Pieces()
    {
        var (at, whole) = (0, Notice ?? "");
        foreach (var line in Persons[Person].Lines.OrderBy(l => l.Start).ThenBy(l => l.End))
        {
            if (line.Start < at) continue;
            if (line.Start > at) yield return (whole[at..line.Start], null);
            yield return (whole[line.Start..line.End], line.Kind);
            at = line.End;
        }
        if (at < whole.Length) yield return (whole[at..], null);
    }

    private FactStatement Statement(DraftLine line) =>
        new(NewId(), line.Kind, line.Words, line.Kind == FactKind.Dna ? FactSource.Police : FactSource.SaidByFamily, Chosen: line.Kind == FactKind.Sex ? line.Understood : null, Adds: true);

    private bool IsReadable()
    {
        // the browser sends line ends of two characters; spans count those that are shown
        Notice = Notice?.ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(Notice)) ModelState.AddModelError(nameof(Notice), text["paste.empty"]);
        else if (Notice.Length > NoticeDraft.MaxText) ModelState.AddModelError(nameof(Notice), text["paste.long", NoticeDraft.MaxText]);
        return ModelState.IsValid;
    }

    private async Task<bool> ReadRecordAsync()
    {
        if (!IntakeDesk.MayWrite(Caller, RecordKind.Missing)) return false;
        if (Id is { } known) RecordId = known;
        var id = RecordId;
        if (id == Guid.Empty) return true;
        var record = await db.Records.AsNoTracking().Include(r => r.Facts).SingleOrDefaultAsync(r => r.Id == id, Aborted);
        if (record is null) return Id is null;
        if (record.Kind != RecordKind.Missing || record.OrganisationId != Caller.OrganisationId) return false;
        Held = record.Facts.Where(f => f.IsCurrent && f.Answer == AnswerState.Given).ToLookup(f => f.Kind, f => f.AsHeard);
        return true;
    }
}
