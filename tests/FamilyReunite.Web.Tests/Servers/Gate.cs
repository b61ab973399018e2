using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FamilyReunite.Web.Tests.Servers;

/// <summary>Lets the first share of a night through and holds, while it is closed, every server where it saves the pairs of another: whoever stands before it is in the middle of a share. The database itself keeps it, so that nothing rests on how fast anybody is.</summary>
internal sealed class Gate : IAsyncDisposable
{
    /// <summary>Names the gate among the advisory locks of the database.</summary>
    private const int Name = 77;

    /// <summary>The gate, and a book of who took which share when how much of it was done.</summary>
    public const string Making = """
        CREATE TABLE share_book ("At" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Number" int, "Holder" uuid, "Done" int);
        CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF EXISTS (SELECT FROM "JobShares" WHERE "DoneCount" > 0) THEN PERFORM pg_advisory_xact_lock_shared(77); END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER gate BEFORE INSERT ON "CandidateMatches" FOR EACH ROW EXECUTE FUNCTION pass_gate();
        CREATE FUNCTION keep_book() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO share_book ("Number", "Holder", "Done") VALUES (NEW."Number", NEW."Holder", NEW."DoneCount"); RETURN NEW; END $$;
        CREATE TRIGGER book AFTER UPDATE ON "JobShares" FOR EACH ROW WHEN (NEW."Token" <> OLD."Token" OR NEW."DoneCount" <> OLD."DoneCount") EXECUTE FUNCTION keep_book();
        """;

    private readonly NpgsqlConnection _connection;

    private Gate(NpgsqlConnection connection) => _connection = connection;

    public static async Task<Gate> CloseAsync(string connection, CancellationToken ct)
    {
        var gate = new Gate(new NpgsqlConnection(connection));
        await gate._connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Name})", gate._connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
        return gate;
    }

    /// <summary>Servers that stand before it.</summary>
    public static async Task<int> WaitingAsync(DbContext db) =>
        await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = 0 AND objid = {Name} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())").SingleAsync();

    /// <summary>Opens it.</summary>
    public async ValueTask DisposeAsync()
    {
        // the pool would keep the session, and with it the lock
        await using (var command = new NpgsqlCommand($"SELECT pg_advisory_unlock({Name})", _connection)) await command.ExecuteNonQueryAsync();
        await _connection.DisposeAsync();
    }
}

/// <param name="Done">Persons of the share that were saved by then.</param>
internal sealed record ShareEntry(long At, int Number, Guid Holder, int Done);
