using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Casework.Database;

/// <summary>Reads the rows of a table alike from both engines.</summary>
internal static class TableRows
{
    /// <summary>In <see cref="CopiedTable.Order"/>.</summary>
    public static IAsyncEnumerable<object?[]> ReadAsync(DbConnection source, DbTransaction snapshot, CopiedTable table, CancellationToken ct) => ReadAsync(source, snapshot, table, table.OrderedSelection, ct);

    public static async Task<long> CountAsync(DbConnection source, DbTransaction snapshot, CopiedTable table, CancellationToken ct)
    {
        await using var command = Command(source, snapshot, table.Counting);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>What the rows of a table come to, in whatever order they are given.</summary>
    public static async Task<TableSum> SumAsync(DbConnection connection, DbTransaction? transaction, CopiedTable table, CancellationToken ct)
    {
        var sum = TableSum.Empty;
        await foreach (var row in ReadAsync(connection, transaction, table, table.Selection, ct)) sum = sum.With(row);
        return sum;
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(DbConnection connection, DbTransaction? transaction, CopiedTable table, string selection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command(connection, transaction, selection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return Row(reader, table);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        // names come from the model
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        // a big table takes its time; whoever waits may cancel
        command.CommandTimeout = 0;
        return command;
    }

    private static object?[] Row(DbDataReader reader, CopiedTable table)
    {
        var row = new object?[table.Columns.Count];
        for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : Value(reader, i, table.Columns[i].Type);
        return row;
    }

    private static object Value(DbDataReader reader, int i, Type type) =>
        type == typeof(Guid) ? reader.GetGuid(i) : type == typeof(long) ? reader.GetInt64(i) : type == typeof(int) ? reader.GetInt32(i) : type == typeof(bool) ? reader.GetBoolean(i)
        : type == typeof(double) ? reader.GetDouble(i) : type == typeof(byte[]) ? reader.GetFieldValue<byte[]>(i) : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(i)
        : type == typeof(DateTime) ? reader.GetDateTime(i)
        : type == typeof(string) ? reader.GetString(i) : throw new NotSupportedException($"Column type {type.Name}.");
}

/// <summary>Number of rows, and the sum of their hashes: the same rows give the same sum in any order.</summary>
internal readonly record struct TableSum(long Rows, ulong Hash)
{
    public static TableSum Empty => default;

    public TableSum With(object?[] row)
    {
        var text = new StringBuilder();
        foreach (var value in row)
        {
            var written = value switch { null => "", byte[] bytes => Convert.ToHexString(bytes), double d => d.ToString("R", CultureInfo.InvariantCulture), DateTime t => t.ToString("O", CultureInfo.InvariantCulture), IFormattable f => f.ToString(null, CultureInfo.InvariantCulture), _ => value.ToString() };
            // lengths keep the fields apart, and nothing apart from an empty text
            text.Append(value is null ? -1 : written!.Length).Append(':').Append(written);
        }
        return new TableSum(Rows + 1, unchecked(Hash + BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))));
    }
}
