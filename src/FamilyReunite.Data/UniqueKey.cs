using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FamilyReunite.Data;

/// <summary>Tells a broken unique key from other faults, on both engines.</summary>
public static class UniqueKey
{
    private const int SqliteConstraint = 19;

    /// <summary>SQLSTATE of a broken unique key.</summary>
    private const string UniqueViolation = "23505";

    public static bool IsBroken(DbException e) => e is SqliteException { SqliteErrorCode: SqliteConstraint } || e.SqlState == UniqueViolation;
}
