using FamilyReunite.Casework.Homes;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>One question of the interview as its form sends it.</summary>
public sealed class AnswerInput
{
    /// <summary>Id of the question.</summary>
    public string? Question { get; set; }

    /// <summary>The question as it was shown.</summary>
    public string? Asked { get; set; }

    /// <summary>The button that was pressed: the answer's id, the answer as it was shown and, where a word was picked, the word, with bars between.</summary>
    public string? Choice { get; set; }

    /// <summary>What was typed as said.</summary>
    public string? Words { get; set; }

    /// <summary>A recording beside the record.</summary>
    public Guid? ClipId { get; set; }

    /// <summary>The answer, to be saved under the form's write id.</summary>
    public NewAnswer Of(Guid writeId, Guid person)
    {
        var parts = Choice?.Split('|') ?? [];
        string? Part(int n) => parts.Length > n && parts[n].Length > 0 ? parts[n] : null;
        return new NewAnswer(writeId, person, Question ?? "", Asked ?? "", Part(0) ?? "", Part(1) ?? "", Part(2) ?? Words, ClipId);
    }
}

/// <summary>A recording and whom to ask about it.</summary>
public sealed class ListeningInput
{
    public Guid? ClipId { get; set; }

    public string? Words { get; set; }

    public IReadOnlyList<Guid> To { get; set; } = [];
}
