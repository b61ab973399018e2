using System.Globalization;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>One line of the form as the browser sends it.</summary>
public sealed class RowInput
{
    /// <summary>What the radio "cannot tell" sends.</summary>
    public const string CannotTell = "?";

    /// <summary>UUIDv7 of the statement that this line becomes.</summary>
    public Guid Id { get; set; }

    public FactKind Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>The saved statement that the line showed; changing the line corrects it.</summary>
    public Guid? Base { get; set; }

    public bool Adds { get; set; }

    public FactSource Source { get; set; }

    public string? SaidBy { get; set; }

    public Confidence Confidence { get; set; }

    public AnswerState Answer { get; set; }

    /// <summary>A place that was picked for what was heard.</summary>
    public string? Chosen { get; set; }

    public MarkKind? MarkKind { get; set; }

    public BodyPart MarkPart { get; set; }

    public BodySide MarkSide { get; set; }

    /// <summary>The family reckons the birth by the lunar calendar.</summary>
    public bool Lunar { get; set; }

    /// <summary>"mine", "theirs" or "both" after a conflict.</summary>
    public string? Choice { get; set; }

    /// <summary>The colleague's statement of that conflict.</summary>
    public Guid? Theirs { get; set; }

    /// <summary>Null when the user keeps the colleague's answer.</summary>
    public FactStatement? ToStatement()
    {
        if (Choice == "theirs") return null;
        var text = (Text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        var answer = Answer;
        if (Kind == FactKind.Sex && text == CannotTell) (text, answer) = ("", AnswerState.Unknown);
        else if (Kind == FactKind.Sex && text.Length > 0) answer = AnswerState.Given;
        if (text.Length > 0) answer = AnswerState.Given;
        var chosen = string.IsNullOrEmpty(Chosen) ? null : Chosen;
        if (Kind == FactKind.Mark && MarkKind is { } mark)
        {
            var picked = new BodyMark(mark, MarkPart, MarkSide);
            chosen = picked.ToString();
            if (text.Length == 0) text = MarkWords.Say(picked, CultureInfo.CurrentUICulture);
        }
        if (Kind == FactKind.BirthDate && Lunar && text.Length > 0 && !text.Contains('农', StringComparison.Ordinal) && !text.Contains('腊', StringComparison.Ordinal)) text = "农历" + text;
        return new FactStatement(Id, Kind, text, Source, SaidBy, Confidence, answer, chosen, Choice == "mine" ? Theirs : Choice == "both" ? null : Base, Adds || Choice == "both");
    }
}
