namespace FamilyReunite.Domain.Homes;

/// <summary>What a person answered to one question about where home is. Kept verbatim; a mistake is withdrawn, never deleted.</summary>
public sealed class InterviewAnswer
{
    public const int MaxWords = 2000;

    private InterviewAnswer() { }

    /// <param name="id">UUIDv7 made by the client.</param>
    /// <param name="question">Id of the question in the bank.</param>
    /// <param name="asked">The question in the words in which it was asked.</param>
    /// <param name="option">Id of the answer that was chosen.</param>
    /// <param name="answered">That answer in the words that were offered.</param>
    /// <param name="words">What was said, verbatim; null when nothing.</param>
    /// <param name="clipId">A recording beside the person's record.</param>
    public InterviewAnswer(Guid id, Guid personId, string question, string asked, string option, string answered, string? words, Guid? clipId, Guid askedBy, DateTimeOffset askedAt) =>
        (Id, PersonId, Question, Asked, Option, Answered, Words, ClipId, AskedBy, AskedAt) = (id, personId, question, asked, option, answered, words, clipId, askedBy, askedAt.ToUniversalTime());

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Question { get; private set; } = "";

    public string Asked { get; private set; } = "";

    public string Option { get; private set; } = "";

    public string Answered { get; private set; } = "";

    public string? Words { get; private set; }

    public Guid? ClipId { get; private set; }

    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>False when it was withdrawn before.</summary>
    public bool Withdraw(Guid by, DateTimeOffset at)
    {
        if (IsWithdrawn) return false;
        (WithdrawnBy, WithdrawnAt) = (by, at.ToUniversalTime());
        return true;
    }
}
