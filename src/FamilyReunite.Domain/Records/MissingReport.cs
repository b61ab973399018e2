namespace FamilyReunite.Domain.Records;

/// <summary>寻人登记: a family's report of someone missing.</summary>
public sealed class MissingReport : CaseRecord
{
    private MissingReport() { }

    public MissingReport(Guid id, Guid organisationId, string district, DateTimeOffset reportedAt) : base(id, organisationId, district, reportedAt) { }

    public override RecordKind Kind => RecordKind.Missing;
}
