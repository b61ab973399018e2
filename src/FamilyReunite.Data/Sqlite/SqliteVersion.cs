namespace FamilyReunite.Data.Sqlite;

/// <summary>Below 3.51.3 a WAL reset can lose committed pages (sqlite.org, release notes of 3.51.3), so older libraries are refused.</summary>
public static class SqliteVersion
{
    public static Version Minimum { get; } = new(3, 51, 3);

    /// <exception cref="NotSupportedException">The loaded library is too old.</exception>
    public static void Require(string loaded)
    {
        if (!Version.TryParse(loaded, out var version) || version < Minimum)
            throw new NotSupportedException($"SQLite {loaded} is too old: {Minimum} or newer is needed. Remove the older e_sqlite3 library beside the program.");
    }
}
