namespace FamilyReunite.Domain.Records;

/// <summary>受助人员: a person in the care of a station who cannot say who they are.</summary>
public sealed class StrandedPerson : CaseRecord
{
    private StrandedPerson() { }

    public StrandedPerson(Guid id, Guid organisationId, string district, DateTimeOffset enteredAt) : base(id, organisationId, district, enteredAt) { }

    public override RecordKind Kind => RecordKind.Stranded;

    /// <summary>What the station calls the person. Never a clue: names given by a station are not matched.</summary>
    public string? CallName { get; set; }

    /// <summary>True: the person does not want to be found. Nothing about them is ever proposed or shown outside the station.</summary>
    public bool DoesNotWantToBeFound { get; set; }
}
