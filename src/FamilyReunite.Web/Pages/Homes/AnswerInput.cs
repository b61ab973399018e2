namespace FamilyReunite.Web.Pages.Homes;

/// <summary>One question of the interview as its form sends it.</summary>
public sealed class AnswerInput
{
    /// <summary>Id of the question.</summary>
    public string? Question { get; set; }

    /// <summary>The question as it was shown.</summary>
    public string? Asked { get; set; }

    /// <summary>The button that was pressed: the answer's id, a bar, the answer as it was shown.</summary>
    public string? Choice { get; set; }

    /// <summary>Id of the answer.</summary>
    public string Option => Choice?.Split('|', 2)[0] ?? "";

    public string Answered => Choice?.Split('|', 2) is [_, var words] ? words : "";

    public string? Words { get; set; }

    public Guid? ClipId { get; set; }
}

/// <summary>A recording and whom to ask about it.</summary>
public sealed class ListeningInput
{
    public Guid? ClipId { get; set; }

    public string? Words { get; set; }

    public IReadOnlyList<Guid> To { get; set; } = [];
}
