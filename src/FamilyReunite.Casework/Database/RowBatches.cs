using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace FamilyReunite.Casework.Database;

/// <summary>Rows of one table that become visible together; disposed without <see cref="CompleteAsync"/>, none of them does.</summary>
internal interface IRowBatch : IAsyncDisposable
{
    Task AddAsync(object?[] row, CancellationToken ct);

    Task CompleteAsync(CancellationToken ct);
}

/// <summary>The quickest way each engine takes many rows: COPY in PostgreSQL's binary form; one prepared insertion in a transaction for a file.</summary>
internal static class RowBatches
{
    public static async Task<IRowBatch> BeginAsync(DbConnection target, CopiedTable table, CancellationToken ct) =>
        target is NpgsqlConnection server ? new Copied(await server.BeginBinaryImportAsync(table.Copying, ct), table) : await Inserted.BeginAsync(target, table, ct);

    private sealed class Copied(NpgsqlBinaryImporter importer, CopiedTable table) : IRowBatch
    {
        private readonly NpgsqlDbType[] _types = [.. table.Columns.Select(c => TypeOf(c.Type))];

        public async Task AddAsync(object?[] row, CancellationToken ct)
        {
            await importer.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value) await importer.WriteAsync(value, _types[i], ct);
                else await importer.WriteNullAsync(ct);
            }
        }

        public async Task CompleteAsync(CancellationToken ct) => await importer.CompleteAsync(ct);

        public ValueTask DisposeAsync() => importer.DisposeAsync();

        private static NpgsqlDbType TypeOf(Type type) =>
            type == typeof(Guid) ? NpgsqlDbType.Uuid : type == typeof(long) ? NpgsqlDbType.Bigint : type == typeof(int) ? NpgsqlDbType.Integer : type == typeof(bool) ? NpgsqlDbType.Boolean
            : type == typeof(double) ? NpgsqlDbType.Double : type == typeof(byte[]) ? NpgsqlDbType.Bytea : type == typeof(DateOnly) ? NpgsqlDbType.Date : type == typeof(DateTime) ? NpgsqlDbType.Timestamp : NpgsqlDbType.Text;
    }

    private sealed class Inserted(DbTransaction transaction, DbCommand insert, DbParameter[] parameters) : IRowBatch
    {
        public static async Task<Inserted> BeginAsync(DbConnection target, CopiedTable table, CancellationToken ct)
        {
            var transaction = await target.BeginTransactionAsync(ct);
            var insert = target.CreateCommand();
            insert.Transaction = transaction;
            // names come from the model, values go as parameters
#pragma warning disable CA2100
            insert.CommandText = table.Insertion;
#pragma warning restore CA2100
            return new Inserted(transaction, insert, [.. table.Columns.Select((c, i) => Parameter(insert, c, i))]);
        }

        public Task AddAsync(object?[] row, CancellationToken ct)
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            return insert.ExecuteNonQueryAsync(ct);
        }

        public Task CompleteAsync(CancellationToken ct) => transaction.CommitAsync(ct);

        public async ValueTask DisposeAsync()
        {
            await insert.DisposeAsync();
            await transaction.DisposeAsync();
        }

        private static DbParameter Parameter(DbCommand command, CopiedColumn column, int at)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{at}");
            parameter.DbType = column.Type == typeof(Guid) ? DbType.Guid : column.Type == typeof(long) ? DbType.Int64 : column.Type == typeof(int) ? DbType.Int32 : column.Type == typeof(bool) ? DbType.Boolean
                : column.Type == typeof(double) ? DbType.Double : column.Type == typeof(byte[]) ? DbType.Binary : column.Type == typeof(DateOnly) ? DbType.Date : column.Type == typeof(DateTime) ? DbType.DateTime2 : DbType.String;
            command.Parameters.Add(parameter);
            return parameter;
        }
    }
}
