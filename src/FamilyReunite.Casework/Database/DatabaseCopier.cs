using System.Data;
using System.Data.Common;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Database;

/// <param name="Rows">Copied now or found there already, and compared with the source.</param>
public sealed record DatabaseCopied(int Tables, long Rows, long RowsBefore);

/// <summary>Copies all tables from one database into another of the same shape, whatever the engines, out of one snapshot of the source. Rows go over in their order, batch by batch, so a copy that was stopped goes on behind the last whole batch,
/// after it has compared what stands there with the source.</summary>
internal static class DatabaseCopier
{
    /// <summary>Rows that become visible together; what a stop can cost at most.</summary>
    public const int BatchRows = 20_000;

    private const int ReportedRows = 1000;

    /// <param name="to">Brought into shape already; empty, or holding the first rows of the same source.</param>
    /// <param name="batchRows">Other than <see cref="BatchRows"/>.</param>
    /// <returns>move.target-differs with the table: the target holds other rows.</returns>
    public static async Task<Outcome<DatabaseCopied>> CopyAsync(ReuniteDb from, ReuniteDb to, IProgress<WorkProgress>? progress, CancellationToken ct, int batchRows = BatchRows)
    {
        await from.Database.OpenConnectionAsync(ct);
        await to.Database.OpenConnectionAsync(ct);
        var (source, target) = (from.Database.GetDbConnection(), to.Database.GetDbConnection());
        await using var snapshot = await source.BeginTransactionAsync(from.Database.IsSqlite() ? IsolationLevel.Serializable : IsolationLevel.RepeatableRead, ct);
        var tables = CopiedTable.Of(from);
        var counts = new List<long>();
        foreach (var table in tables) counts.Add(await TableRows.CountAsync(source, snapshot, table, ct));
        var (total, done, before) = (counts.Sum(), 0L, 0L);
        foreach (var (table, count) in tables.Zip(counts))
        {
            var held = await TableRows.SumAsync(target, null, table, ct);
            if (held.Rows > count) return Differs(table);
            var started = done;
            var sum = await CopyAsync(new TableCopy(source, snapshot, target, table, held, batchRows), rows => progress?.Report(new WorkProgress(started + rows, total)), ct);
            if (sum is null || held.Rows < count && await TableRows.SumAsync(target, null, table, ct) != sum) return Differs(table);
            before += held.Rows;
            done += count;
            progress?.Report(new WorkProgress(done, total));
        }
        if (!to.Database.IsSqlite()) await CountOnAsync(target, tables, ct);
        return new DatabaseCopied(tables.Count, total, before);
    }

    private static Problem Differs(CopiedTable table) => new("move.target-differs", null, table.Name);

    /// <returns>What all rows of the source come to; null when those that the target holds are not the first of them.</returns>
    private static async Task<TableSum?> CopyAsync(TableCopy copy, Action<long> progress, CancellationToken ct)
    {
        var sum = TableSum.Empty;
        IRowBatch? batch = null;
        try
        {
            await foreach (var row in TableRows.ReadAsync(copy.Source, copy.Snapshot, copy.Table, ct))
            {
                sum = sum.With(row);
                if (sum.Rows == copy.Held.Rows && sum != copy.Held) return null;
                if (sum.Rows <= copy.Held.Rows) continue;
                await (batch ??= await RowBatches.BeginAsync(copy.Target, copy.Table, ct)).AddAsync(row, ct);
                if (sum.Rows % ReportedRows == 0) progress(sum.Rows);
                if (sum.Rows % copy.BatchRows != 0) continue;
                await batch.CompleteAsync(ct);
                await batch.DisposeAsync();
                batch = null;
            }
            if (batch is not null) await batch.CompleteAsync(ct);
            return sum;
        }
        finally
        {
            if (batch is not null) await batch.DisposeAsync();
        }
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

    /// <param name="Held">What the target's rows come to.</param>
    private sealed record TableCopy(DbConnection Source, DbTransaction Snapshot, DbConnection Target, CopiedTable Table, TableSum Held, int BatchRows);
}
