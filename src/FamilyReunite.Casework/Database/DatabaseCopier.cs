using System.Data;
using System.Data.Common;
using System.Globalization;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Database;

/// <param name="Rows">Copied now or found there already, and compared with the source.</param>
public sealed record DatabaseCopied(int Tables, long Rows, long RowsBefore);

/// <summary>Copies all tables from one database into another of the same shape, whatever the engines, out of one snapshot of the source. A table goes over whole or not at all, so a copy that was stopped goes on behind the last whole table.</summary>
internal static class DatabaseCopier
{
    /// <param name="to">Brought into shape already; empty, or holding whole tables of the same source.</param>
    /// <returns>move.target-differs with the table: the target holds other rows.</returns>
    public static async Task<Outcome<DatabaseCopied>> CopyAsync(ReuniteDb from, ReuniteDb to, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        await from.Database.OpenConnectionAsync(ct);
        await to.Database.OpenConnectionAsync(ct);
        var (source, target) = (from.Database.GetDbConnection(), to.Database.GetDbConnection());
        await using var snapshot = await source.BeginTransactionAsync(from.Database.IsSqlite() ? IsolationLevel.Serializable : IsolationLevel.RepeatableRead, ct);
        var tables = CopiedTable.Of(from);
        var sums = new List<TableSum>();
        foreach (var table in tables) sums.Add(await TableRows.SumAsync(source, snapshot, table, ct));
        var (total, done, before) = (sums.Sum(s => s.Rows), 0L, 0L);
        foreach (var (table, sum) in tables.Zip(sums))
        {
            var held = await TableRows.SumAsync(target, null, table, ct);
            if (held != sum && held.Rows > 0) return new Problem("move.target-differs", null, table.Name);
            if (held == sum) before += sum.Rows;
            else await CopyAsync(source, snapshot, target, table, rows => progress?.Report(new WorkProgress(done + rows, total)), ct);
            if (await TableRows.SumAsync(target, null, table, ct) != sum) return new Problem("move.target-differs", null, table.Name);
            done += sum.Rows;
            progress?.Report(new WorkProgress(done, total));
        }
        if (!to.Database.IsSqlite()) await CountOnAsync(target, tables, ct);
        return new DatabaseCopied(tables.Count, total, before);
    }

    private static async Task CopyAsync(DbConnection source, DbTransaction snapshot, DbConnection target, CopiedTable table, Action<long> progress, CancellationToken ct)
    {
        await using var transaction = await target.BeginTransactionAsync(ct);
        await using var insert = target.CreateCommand();
        insert.Transaction = transaction;
        // names come from the model, values go as parameters
#pragma warning disable CA2100
        insert.CommandText = table.Insertion;
#pragma warning restore CA2100
        var parameters = table.Columns.Select((c, i) => Parameter(insert, c, i)).ToList();
        var rows = 0L;
        await foreach (var row in TableRows.ReadAsync(source, snapshot, table, ct))
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
            if (++rows % 1000 == 0) progress(rows);
        }
        await transaction.CommitAsync(ct);
    }

    private static DbParameter Parameter(DbCommand command, CopiedColumn column, int at)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{at}");
        parameter.DbType = column.Type == typeof(Guid) ? DbType.Guid : column.Type == typeof(long) ? DbType.Int64 : column.Type == typeof(int) ? DbType.Int32 : column.Type == typeof(bool) ? DbType.Boolean
            : column.Type == typeof(double) ? DbType.Double : column.Type == typeof(byte[]) ? DbType.Binary : column.Type == typeof(DateOnly) ? DbType.Date : DbType.String;
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>PostgreSQL's counters do not see values that were given.</summary>
    private static async Task CountOnAsync(DbConnection target, IReadOnlyList<CopiedTable> tables, CancellationToken ct)
    {
        foreach (var (table, column) in tables.SelectMany(t => t.Columns.Where(c => c.Generated).Select(c => (t.Name, c.Name))))
        {
            await using var command = target.CreateCommand();
#pragma warning disable CA2100
            command.CommandText = $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (SELECT coalesce(max(\"{column}\"), 0) + 1 FROM \"{table}\"), false)";
#pragma warning restore CA2100
            await command.ExecuteScalarAsync(ct);
        }
    }
}
