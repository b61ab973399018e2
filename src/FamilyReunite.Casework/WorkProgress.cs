namespace FamilyReunite.Casework;

/// <summary>How far a long piece of work is, in its own items.</summary>
public readonly record struct WorkProgress(long Done, long Total);
