namespace FamilyReunite.Domain.Faces;

/// <summary>Why faces may be compared here. Face comparison is off unless one is open.</summary>
public sealed class FacePermission
{
    private FacePermission() { }

    private FacePermission(Guid id, FaceGrounds grounds, Guid? by, DateTimeOffset now) =>
        (Id, LegalBasis, Assessment, AssessmentReference, AssessedOn, From, By) = (id, grounds.LegalBasis!.Trim(), grounds.Assessment!.Trim(), grounds.AssessmentReference!.Trim(), grounds.AssessedOn!.Value, now.ToUniversalTime(), by);

    /// <summary>Longest text kept, in characters.</summary>
    public const int MaxText = 4000;

    public Guid Id { get; private set; }

    public string LegalBasis { get; private set; } = "";

    /// <summary>What the assessment of the impact on people's rights came to.</summary>
    public string Assessment { get; private set; } = "";

    /// <summary>Number or place of the file.</summary>
    public string AssessmentReference { get; private set; } = "";

    public DateOnly AssessedOn { get; private set; }

    public DateTimeOffset From { get; private set; }

    public Guid? By { get; private set; }

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? Until { get; private set; }

    public Guid? EndedBy { get; private set; }

    public string? EndReason { get; private set; }

    /// <returns>face.basis-needed, face.assessment-needed, face.reference-needed, face.assessed-on-needed, face.assessed-in-future, face.text-too-long.</returns>
    public static Outcome<FacePermission> Give(Guid id, FaceGrounds grounds, Guid? by, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        Check(grounds.LegalBasis, "LegalBasis", "face.basis-needed");
        Check(grounds.Assessment, "Assessment", "face.assessment-needed");
        Check(grounds.AssessmentReference, "AssessmentReference", "face.reference-needed");
        if (grounds.AssessedOn is not { } on) problems.Add(new Problem("face.assessed-on-needed", "AssessedOn"));
        else if (on > DateOnly.FromDateTime(now.UtcDateTime.AddDays(1))) problems.Add(new Problem("face.assessed-in-future", "AssessedOn"));
        return problems.Count > 0 ? problems.ToArray() : new FacePermission(id, grounds, by, now);

        void Check(string? text, string field, string missing)
        {
            if (string.IsNullOrWhiteSpace(text)) problems.Add(new Problem(missing, field));
            else if (text.Length > MaxText) problems.Add(new Problem("face.text-too-long", field, MaxText));
        }
    }

    /// <returns>face.off-already, face.reason-needed, face.text-too-long.</returns>
    public Outcome<Done> End(Guid? by, string? reason, DateTimeOffset now)
    {
        if (Until is not null) return new Problem("face.off-already");
        if (string.IsNullOrWhiteSpace(reason)) return new Problem("face.reason-needed", "Reason");
        if (reason.Length > MaxText) return new Problem("face.text-too-long", "Reason", MaxText);
        (Until, EndedBy, EndReason) = (now.ToUniversalTime(), by, reason.Trim());
        return Done.Instance;
    }
}

/// <summary>What an administrator states to turn face comparison on.</summary>
public sealed record FaceGrounds(string? LegalBasis, string? Assessment, string? AssessmentReference, DateOnly? AssessedOn);
