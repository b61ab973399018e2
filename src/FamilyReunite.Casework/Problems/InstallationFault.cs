using FamilyReunite.Casework.Database;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Data.Sqlite;

namespace FamilyReunite.Casework.Problems;

/// <summary>What an operator can put right when an installation cannot be opened.</summary>
public static class InstallationFault
{
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    // errno: EEXIST (a file stands where the folder should be), ENOTDIR, ENOSPC, EROFS
    private const int FileInTheWay = 17;
    private const int NoFolder = 20;
    private const int NoSpace = 28;
    private const int ReadOnlyDisk = 30;

    /// <summary>Null when the exception is a defect and should be seen whole.</summary>
    public static Problem? Of(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            if (Known(cause) is { } problem) return problem;
        return null;
    }

    private static Problem? Known(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => new Problem("startup.database-damaged"),
        SqliteException { SqliteErrorCode: Full } or IOException { HResult: NoSpace } => new Problem("startup.disk-full"),
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } or UnauthorizedAccessException or DirectoryNotFoundException or IOException { HResult: FileInTheWay or NoFolder or ReadOnlyDisk } => new Problem("startup.data-not-writable"),
        ElasticException elastic => elastic.Problem,
        DatabaseRefusedException refused => refused.Problem,
        System.Data.Common.DbException or System.Net.Sockets.SocketException => DatabaseOpening.Refused(e),
        _ => null,
    };
}
