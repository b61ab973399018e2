namespace FamilyReunite.Casework;

/// <summary>How far a long piece of work is, in its own items.</summary>
/// <param name="Left">Time that is likely left; null where nobody can say yet.</param>
public readonly record struct WorkProgress(long Done, long Total, TimeSpan? Left = null);
