using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FamilyReunite.Data;

/// <summary>Tells a broken unique key from other faults, on both engines.</summary>
public static class UniqueKey
{
    private const int SqliteConstraint = 19;

    /// <summary>SQLSTATE of a broken unique key.</summary>
    private const string UniqueViolation = "23505";

    /// <summary>SQLSTATE of a transaction that was ended because two waited for one another.</summary>
    private const string Deadlock = "40P01";

    public static bool IsBroken(DbException e) => e is SqliteException { SqliteErrorCode: SqliteConstraint } || e.SqlState == UniqueViolation;

    /// <summary>Somebody else wrote the same row first, or two writers met crosswise and this one had to give way: reading and writing again settles it.</summary>
    public static bool IsRaceLost(Exception e) => e is DbException d && (IsBroken(d) || d.SqlState == Deadlock) || e.InnerException is { } inner && IsRaceLost(inner);
}
