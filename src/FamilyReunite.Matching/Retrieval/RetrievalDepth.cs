namespace FamilyReunite.Matching.Retrieval;

/// <summary>How deep retrieval goes. A probability is that of a report among so many retrieved ones, so training, evaluation and the match run share this number.</summary>
public static class RetrievalDepth
{
    /// <summary>Reports retrieved per person.</summary>
    public const int Reports = 300;
}
