using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Database;

/// <summary>The database that the settings name cannot be used; an operator can put it right.</summary>
public sealed class DatabaseRefusedException(Problem problem) : Exception(problem.Code)
{
    public DatabaseRefusedException() : this(new Problem("database.unreachable")) { }

    /// <summary>Code and arguments of the sentence that says what to do.</summary>
    public Problem Problem { get; } = problem;
}
