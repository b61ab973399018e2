namespace FamilyReunite.Matching.Linkage.Blocking;

/// <summary>Rows that may be the same person, each pair once, the smaller row first; with two files, left row then right row.</summary>
internal sealed record CandidatePairs(int[] A, int[] B)
{
    public int Count => A.Length;
}
