namespace FamilyReunite.Clues.Interview;

/// <summary>How a person can answer.</summary>
public enum InterviewMeans
{
    /// <summary>Says words of their own.</summary>
    Speaks,

    /// <summary>Does not speak but follows what is said: nods, shakes the head, looks up.</summary>
    Understands,

    /// <summary>Follows neither speech nor names: points at pictures.</summary>
    Pictures,
}
