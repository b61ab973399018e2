using FamilyReunite.Casework.Access;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Intake;

/// <summary>Lays a form on a record in memory: what is sound is added, what is impossible or contested is told.</summary>
internal sealed class FormLaying(FactReading reading, Caller caller, DateTimeOffset now)
{
    private readonly List<SavedStatement> _saved = [];
    private readonly List<StatementProblem> _problems = [];
    private readonly List<FieldConflict> _conflicts = [];
    private readonly SortedSet<string> _fields = new(StringComparer.Ordinal);

    public Laid Lay(CaseRecord record, IntakeForm form)
    {
        foreach (var statement in form.Statements) Take(record, statement);
        if (form.CallName is { } name) Rename(record, name);
        var opened = form.Open && record.Status == RecordStatus.Draft && Ready(record);
        if (opened) record.Status = RecordStatus.Open;
        return new Laid(_fields.Count > 0 || opened, opened, string.Join(',', _fields), _saved, _problems, _conflicts);
    }

    private void Take(CaseRecord record, FactStatement s)
    {
        var old = s.Replaces is { } id ? record.Facts.FirstOrDefault(f => f.Id == id) : null;
        if (s.IsBlank && old is null) return;
        if (s.IsBlank) s = s with { Answer = AnswerState.NotAsked };
        if (s.Answer != AnswerState.Given) s = s with { Text = "", Chosen = null };
        var understood = reading.Understand(s);
        if (record.Facts.FirstOrDefault(f => f.Id == s.Id) is { } known)
        {
            if (Says(known, s, understood))
            {
                _saved.Add(new SavedStatement(known.Id, known.Kind, known.Understood));
                return;
            }
            // the form was left, brought back and changed: its line is saved already, so this corrects it
            (s, old) = (s with { Id = Guid.CreateVersion7(now), Replaces = known.Id, Adds = false }, known);
        }
        if (old is not null && Says(old, s, understood)) return;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(caller.TimeZone)).DateTime);
        if (FactCheck.Find(s, understood, today) is { } problem) _problems.Add(new StatementProblem(s.Id, problem));
        else if (Newer(record, s, old) is { } theirs)
        {
            if (!Says(theirs, s, understood)) _conflicts.Add(new FieldConflict(s.Id, s.Kind, s.Text, theirs.Id, theirs.AsHeard, theirs.RecordedBy, theirs.RecordedAt));
        }
        else
        {
            record.Add(new Fact(s.Id, s.Kind, s.Text.Trim(), understood, s.Source, string.IsNullOrWhiteSpace(s.SaidBy) ? null : s.SaidBy.Trim(), caller.AccountId, now, s.Confidence, s.Answer, old?.Id) { Region = old?.Region });
            _saved.Add(new SavedStatement(s.Id, s.Kind, understood));
            _fields.Add(s.Kind.ToString());
        }
    }

    /// <summary>What somebody said meanwhile that the form did not know of; null when there is none or the user wants both.</summary>
    private static Fact? Newer(CaseRecord record, FactStatement s, Fact? old)
    {
        if (s.Adds) return null;
        if (old is not null) return old.IsCurrent ? null : Latest(record, old);
        return FactStatement.IsList(s.Kind) ? null : record.Facts.LastOrDefault(f => f.Kind == s.Kind && f.IsCurrent && f.Answer != AnswerState.NotAsked);
    }

    private static Fact Latest(CaseRecord record, Fact fact)
    {
        while (fact.ReplacedBy is { } next && record.Facts.FirstOrDefault(f => f.Id == next) is { } newer) fact = newer;
        return fact;
    }

    private static bool Says(Fact fact, FactStatement s, string? understood) =>
        fact.AsHeard == s.Text.Trim() && fact.Answer == s.Answer && fact.Source == s.Source && (fact.SaidBy ?? "") == (s.SaidBy ?? "").Trim() && fact.Confidence == s.Confidence && (s.Chosen is null || fact.Understood == understood);

    private void Rename(CaseRecord record, CallNameEdit edit)
    {
        var mine = string.IsNullOrWhiteSpace(edit.Text) ? null : edit.Text.Trim();
        var theirs = record switch { StrandedPerson p => p.CallName, FieldContact c => c.CallName, _ => null };
        if (mine == theirs) return;
        if (FactCheck.Find(new FactStatement(default, FactKind.Name, mine ?? ""), null, default) is { } problem)
            _problems.Add(new StatementProblem(null, problem with { Code = problem.Code.Replace("record.", "record.call-name-", StringComparison.Ordinal), Field = "CallName" }));
        else if ((edit.Seen ?? "") != (theirs ?? "")) _conflicts.Add(new FieldConflict(null, null, mine ?? "", null, theirs ?? "", null, null));
        else
        {
            if (record is StrandedPerson p) p.CallName = mine;
            if (record is FieldContact c) c.CallName = mine;
            _fields.Add("CallName");
        }
    }

    private bool Ready(CaseRecord record)
    {
        var before = _problems.Count;
        Need(FactKind.Sex, "record.sex-needed");
        if (record.Kind == RecordKind.Stranded) Need(FactKind.FoundPlace, "record.found-place-needed");
        if (record.Kind == RecordKind.Missing) Need(FactKind.Name, "record.name-needed");
        return _problems.Count == before;

        void Need(FactKind kind, string code)
        {
            if (!record.Facts.Any(f => f.Kind == kind && f.IsCurrent && f.Answer != AnswerState.NotAsked)) _problems.Add(new StatementProblem(null, new Problem(code, kind.ToString())));
        }
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <param name="Detail">Names of the fields that changed, for the audit chain.</param>
    internal sealed record Laid(bool Changed, bool Opened, string Detail, IReadOnlyList<SavedStatement> Saved, IReadOnlyList<StatementProblem> Problems, IReadOnlyList<FieldConflict> Conflicts);
}
