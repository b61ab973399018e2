using System.Globalization;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>The form of a record: half-filled it saves, impossible lines keep their text, contested lines show both answers. Works without script; with it every line saves itself.</summary>
[RequestSizeLimit(MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequestBytes, ValueCountLimit = MaxFields)]
public abstract class RecordFormPage(IServiceProvider services) : ReunitePage
{
    /// <summary>Large enough that a photo of 40 MB is answered with a sentence and not with a broken line.</summary>
    private const long MaxRequestBytes = 128L * 1024 * 1024;

    /// <summary>About ten a line; a record may have many hundred lines.</summary>
    private const int MaxFields = 16_384;

    private readonly Dictionary<Guid, string> _errors = [];
    private readonly Dictionary<Guid, FieldConflict> _conflicts = [];
    private Dictionary<Guid, string> _names = [];

    public abstract RecordKind Kind { get; }

    /// <summary>Address of this form without an id.</summary>
    public abstract string FormPath { get; }

    /// <summary>Address of the record's page without an id.</summary>
    public abstract string ViewPath { get; }

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    [BindProperty] public Guid RecordId { get; set; }

    [BindProperty] public Dictionary<string, RowInput> Rows { get; set; } = [];

    [BindProperty] public string? CallName { get; set; }

    [BindProperty] public string? SeenCallName { get; set; }

    [BindProperty] public FileInput Files { get; set; } = new();

    /// <summary>The record as saved; null before the first save.</summary>
    public CaseRecord? Record { get; private set; }

    /// <summary>Photos of minors and of people on the street stay covered until they are opened.</summary>
    public bool Veiled => Kind == RecordKind.FieldContact || (Record is not null && Ages.MayBeMinor(Record, services.GetRequiredService<StationTime>().Today, services.GetRequiredService<ReadWords>()));

    public FieldConflict? CallNameConflict { get; private set; }

    public SidePanel Side { get; private set; } = SidePanel.Empty;

    public IReadOnlyList<string> FileProblems { get; private set; } = [];

    /// <summary>Kind for which one more empty line is shown.</summary>
    [BindProperty(SupportsGet = true)] public FactKind? Add { get; set; }

    private ReuniteDb Db => services.GetRequiredService<ReuniteDb>();

    protected IStringLocalizer<IntakeText> Text => services.GetRequiredService<IStringLocalizer<IntakeText>>();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!IntakeDesk.MayWrite(Caller, Kind)) return NotYours();
        RecordId = Id ?? NewId();
        await LoadAsync();
        if (Id is not null && Record is null) return NotYours();
        CallName = SeenCallName = SavedCallName;
        return Page();
    }

    /// <summary>Saves the whole form. <paramref name="then"/>: "find" opens the record, "add:KIND" shows one more line, "pick:FACT:CODE" takes a place for what was heard.</summary>
    public async Task<IActionResult> OnPostAsync(string? then)
    {
        Number();
        var statements = Rows.Values.Select(r => r.ToStatement()).OfType<FactStatement>().ToList();
        if (await PickedAsync(then) is { } picked) statements.Add(picked);
        var name = Kind == RecordKind.Missing ? null : new CallNameEdit(CallName, SeenCallName);
        var outcome = await services.GetRequiredService<IntakeDesk>().SaveFormAsync(Caller, new IntakeForm(WriteId, Kind, RecordId, statements, name, Open: then == "find"), Aborted);
        if (outcome.Value is not { } saved)
        {
            if (outcome.Problems[0].Code == "record.not-found") return NotYours();
            Show(outcome.Problems);
            return await AgainAsync();
        }
        Keep(saved);
        FileProblems = await Files.SaveAsync(services.GetRequiredService<AttachmentDesk>(), services.GetRequiredService<FaceReader>(), Caller, RecordId, NewId, Text, Aborted);
        foreach (var problem in FileProblems) ModelState.AddModelError("files", problem);
        if (_errors.Count > 0 || _conflicts.Count > 0 || CallNameConflict is not null || !ModelState.IsValid) return await AgainAsync();
        var address = then == "find" ? $"{ViewPath}/{RecordId}" : $"{FormPath}/{RecordId}";
        if (then?.StartsWith("add:", StringComparison.Ordinal) == true && Enum.TryParse<FactKind>(then[4..], out var kind)) return LocalRedirect($"{address}?add={kind}#field-{kind}");
        Say(string.Join(' ', [then == "find" ? Text["saved.find"] : Text["saved", services.GetRequiredService<StationTime>().Clock(saved.At)], .. Files.Warnings.Distinct()]));
        return LocalRedirect(address);
    }

    /// <summary>Autosave of one line; answers JSON.</summary>
    public async Task<IActionResult> OnPostFactAsync()
    {
        Number();
        if (Rows.Values.FirstOrDefault()?.ToStatement() is not { } statement) return BadRequest();
        var outcome = await services.GetRequiredService<IntakeDesk>().SaveFactAsync(Caller, WriteId, Kind, RecordId, statement, Aborted);
        if (outcome.Value is not { } saved) return outcome.Problems[0].Code == "record.not-found" ? NotYours() : new JsonResult(new { problem = Sentence(outcome.Problems[0]) });
        await NamesAsync(saved.Conflicts.Select(c => c.By));
        return new JsonResult(AutosaveAnswer.Of(saved, statement.Text, services.GetRequiredService<FactWords>(), services.GetRequiredService<StationTime>(), Text, c => ByName(c)));
    }

    /// <summary>What stands beside the form, for what is saved by now.</summary>
    public async Task<IActionResult> OnPostSideAsync()
    {
        await LoadAsync();
        return Partial("/Pages/Intake/_Side.cshtml", Side);
    }

    /// <summary>One file with its own progress; answers JSON.</summary>
    public async Task<IActionResult> OnPostFileAsync()
    {
        if (!await EnsureAsync()) return NotYours();
        var problems = await Files.SaveAsync(services.GetRequiredService<AttachmentDesk>(), services.GetRequiredService<FaceReader>(), Caller, RecordId, NewId, Text, Aborted);
        return new JsonResult(new { problem = problems.Count > 0 ? problems[0] : null, warning = Files.Warnings.Count > 0 ? string.Join(' ', Files.Warnings) : null });
    }

    public IEnumerable<FieldRows> FieldsOf(FormSection section) => section.Fields.Select(f => new FieldRows(f, [.. RowsOf(f)]));

    /// <summary>A line's id is its key in the form. A request without lines binds other fields as if they were some; they fall away here.</summary>
    private void Number()
    {
        Rows = Rows.Where(r => r.Value is not null && Guid.TryParse(r.Key, out _)).ToDictionary();
        foreach (var (key, row) in Rows) row.Id = Guid.Parse(key);
    }

    private string? SavedCallName => Record switch { StrandedPerson p => p.CallName, FieldContact c => c.CallName, _ => null };

    private IEnumerable<FormRow> RowsOf(FormField field)
    {
        var held = Rows.Values.Where(r => r.Kind == field.Kind && (_errors.ContainsKey(r.Id) || _conflicts.ContainsKey(r.Id))).ToList();
        var facts = Record?.Facts.Where(f => f.Kind == field.Kind && f.IsCurrent && f.Answer != AnswerState.NotAsked).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).ToList() ?? [];
        var shown = 0;
        foreach (var f in facts.Where(f => !held.Exists(h => h.Base == f.Id || _conflicts.GetValueOrDefault(h.Id)?.Theirs == f.Id)))
            yield return new FormRow(field, Of(f), f, services.GetRequiredService<FactWords>().Say(f.Kind, f.Understood, CultureInfo.CurrentUICulture), null, null, null, shown++ > 0);
        foreach (var h in held)
            yield return new FormRow(field, h, null, null, _errors.GetValueOrDefault(h.Id), _conflicts.GetValueOrDefault(h.Id), _conflicts.GetValueOrDefault(h.Id) is { } c ? ByName(c) : null, shown++ > 0);
        if (shown == 0 || Add == field.Kind)
            yield return new FormRow(field, new RowInput { Id = NewId(), Kind = field.Kind, Source = field.Source, Adds = shown > 0 || FactStatement.IsList(field.Kind) }, null, null, null, null, null, shown > 0);
    }

    private RowInput Of(Fact f) => new()
    {
        Id = NewId(), Kind = f.Kind, Base = f.Id, Source = f.Source, SaidBy = f.SaidBy, Confidence = f.Confidence, Answer = f.Answer,
        Text = f.Kind == FactKind.Sex ? f.Answer == AnswerState.Given ? f.Understood switch { "M" => "男", "F" => "女", _ => f.AsHeard } : RowInput.CannotTell : f.AsHeard,
    };

    private void Keep(FormSaved saved)
    {
        foreach (var p in saved.Problems)
        {
            var sentence = Sentence(p.Problem);
            if (p.FactId is { } line) _errors[line] = sentence;
            ModelState.AddModelError(p.FactId is { } id ? $"f-{id:N}" : p.Problem.Field == nameof(CallName) ? nameof(CallName) : $"field-{p.Problem.Field}", sentence);
        }
        foreach (var c in saved.Conflicts)
        {
            if (c.MineId is { } line) _conflicts[line] = c;
            else CallNameConflict = c;
            ModelState.AddModelError(c.MineId is { } id ? $"f-{id:N}" : nameof(CallName), Text["conflict.short", c.Kind is { } kind ? FactWords.Label(kind, CultureInfo.CurrentUICulture) : Text["callname"].Value]);
        }
        if (CallNameConflict is { } name) SeenCallName = name.TheirText;
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        await NamesAsync(_conflicts.Values.Select(c => c.By));
        if (CallNameConflict is null && ModelState[nameof(CallName)]?.Errors.Count is null or 0) CallName = SeenCallName = SavedCallName;
        return Page();
    }

    private async Task LoadAsync()
    {
        Record = await Db.Records.AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.Id == RecordId && r.OrganisationId == Caller.OrganisationId, Aborted);
        if (Record is not null && Record.Kind != Kind) Record = null;
        if (Record is not null) Side = await SidePanel.ReadAsync(services, Record, Caller, Aborted);
    }

    private async Task<bool> EnsureAsync() => (await services.GetRequiredService<IntakeDesk>().SaveFormAsync(Caller, new IntakeForm(NewId(), Kind, RecordId, []), Aborted)).Succeeded;

    private async Task<FactStatement?> PickedAsync(string? then)
    {
        if (then?.Split(':') is not ["pick", var fact, var code] || !Guid.TryParse(fact, out var id)) return null;
        var heard = await Db.Records.AsNoTracking().Where(r => r.Id == RecordId && r.OrganisationId == Caller.OrganisationId).SelectMany(r => r.Facts).FirstOrDefaultAsync(f => f.Id == id, Aborted);
        return heard is null ? null : new FactStatement(NewId(), heard.Kind, heard.AsHeard, heard.Source, heard.SaidBy, heard.Confidence, Chosen: code, Replaces: heard.Id);
    }

    private async Task NamesAsync(IEnumerable<Guid?> accounts)
    {
        var ids = accounts.OfType<Guid>().Distinct().ToList();
        if (ids.Count > 0) _names = await Db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, Aborted);
    }

    private string ByName(FieldConflict conflict) => conflict.By is { } by && _names.TryGetValue(by, out var name) ? name : Text["somebody"];

    private static string Sentence(Problem problem) => ProblemSentences.Of(problem, CultureInfo.CurrentUICulture);
}
