using System.Globalization;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Casework.Records;
using FamilyReunite.Web.Frame;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>What the script is told after it saved one line.</summary>
/// <param name="At">"已自动保存 09:14:02".</param>
/// <param name="FactId">The statement that the line now shows; null when it was not saved.</param>
/// <param name="Understood">Sentence under the field.</param>
/// <param name="Problem">Why it was not saved and what to do.</param>
public sealed record AutosaveAnswer(string At, Guid? FactId, string? Understood, string? Problem, AutosaveConflict? Conflict)
{
    public static AutosaveAnswer Of(FormSaved saved, FactWords words, StationTime time, IStringLocalizer<IntakeText> text, Func<FieldConflict, string> by)
    {
        var line = saved.Saved.Count > 0 ? saved.Saved[0] : null;
        var conflict = saved.Conflicts.Count > 0 ? saved.Conflicts[0] : null;
        return new AutosaveAnswer(
            text["autosaved", TimeZoneInfo.ConvertTime(saved.At, time.TimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture)],
            line?.FactId,
            line is null ? null : (words.Say(line.Kind, line.Understood, CultureInfo.CurrentUICulture) is { } said ? text["understood", said] : text["understood.none"]).Value,
            saved.Problems.Count > 0 ? ProblemSentences.Of(saved.Problems[0].Problem, CultureInfo.CurrentUICulture) : null,
            conflict is null ? null : new AutosaveConflict(conflict.Theirs, conflict.TheirText, text["conflict.by", by(conflict), conflict.At is { } at ? time.Moment(at) : "", conflict.TheirText].Value));
    }
}

/// <param name="Sentence">Who answered what, when.</param>
public sealed record AutosaveConflict(Guid? Theirs, string TheirText, string Sentence);
