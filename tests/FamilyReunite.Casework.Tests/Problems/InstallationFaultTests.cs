using FamilyReunite.Casework.Problems;
using Microsoft.Data.Sqlite;

namespace FamilyReunite.Casework.Tests.Problems;

public sealed class InstallationFaultTests
{
    public static TheoryData<Exception, string?> Faults => new()
    {
        { new SqliteException("x", 26), "startup.database-damaged" },
        { new InvalidOperationException("x", new SqliteException("x", 11)), "startup.database-damaged" },
        { new SqliteException("x", 13), "startup.disk-full" },
        { new UnauthorizedAccessException("x", new IOException("x", 1)), "startup.data-not-writable" },
        { new IOException("x", 20), "startup.data-not-writable" },
        { new SqliteException("x", 19), null },
        { new InvalidOperationException("x"), null },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Of_EachException_IsWhatTheOperatorCanPutRightOrADefect(Exception fault, string? code) => Assert.Equal(code, InstallationFault.Of(fault)?.Code);
}
