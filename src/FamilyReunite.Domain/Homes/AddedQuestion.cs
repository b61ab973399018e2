namespace FamilyReunite.Domain.Homes;

/// <summary>How many people of a place would say yes, as a colleague judges it.</summary>
public enum HowMany { Hardly, Some, Half, Most }

/// <summary>A yes-or-no question that a station adds to the bank of the interview. A mistake is withdrawn, never deleted.</summary>
public sealed class AddedQuestion
{
    public const int MaxText = 200;
    public const int MaxDivisions = 400;

    private AddedQuestion() { }

    /// <param name="id">UUIDv7 made by the client.</param>
    /// <param name="text">The question as it is asked.</param>
    /// <param name="divisions">Codes of the provinces, prefectures and counties where many say yes, joined by blanks.</param>
    /// <param name="there">How many say yes there.</param>
    /// <param name="elsewhere">How many say yes anywhere else.</param>
    public AddedQuestion(Guid id, Guid organisationId, string text, string divisions, HowMany there, HowMany elsewhere, Guid addedBy, DateTimeOffset addedAt) =>
        (Id, OrganisationId, Text, Divisions, There, Elsewhere, AddedBy, AddedAt) = (id, organisationId, text, divisions, there, elsewhere, addedBy, addedAt.ToUniversalTime());

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string Text { get; private set; } = "";

    public string Divisions { get; private set; } = "";

    public HowMany There { get; private set; }

    public HowMany Elsewhere { get; private set; }

    public Guid AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

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
