using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FamilyReunite.Casework.Database;

/// <summary>One table with its columns, as both engines name them.</summary>
/// <param name="Columns">Name and the type that a value has before it goes to the engine; without those that the engine computes itself.</param>
/// <param name="Order">In which rows are read: the same each time, as long as none is added. In a file, the one in which they lie there.</param>
internal sealed record CopiedTable(string Name, IReadOnlyList<CopiedColumn> Columns, string Order)
{
    /// <summary>Every table of the model; those that others point at first. Columns that an engine computes it computes anew.</summary>
    public static IReadOnlyList<CopiedTable> Of(DbContext db)
    {
        var tables = db.Model.GetRelationalModel().Tables.ToList();
        var (sorted, placed) = (new List<ITable>(), new HashSet<ITable>());
        while (sorted.Count < tables.Count)
        {
            var next = tables.Where(t => !placed.Contains(t) && t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || placed.Contains(f.PrincipalTable))).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
            if (next.Count == 0) throw new InvalidOperationException("Tables point at each other in a circle.");
            foreach (var table in next.Where(placed.Add)) sorted.Add(table);
        }
        return [.. sorted.Select(t => new CopiedTable(t.Name, [.. t.Columns.Where(c => c.ComputedColumnSql is null).OrderBy(c => c.Name, StringComparer.Ordinal).Select(CopiedColumn.Of)], db.Database.IsSqlite() ? "rowid" : string.Join(", ", t.PrimaryKey!.Columns.Select(c => Quoted(c.Name)))))];
    }

    public string Selection => $"SELECT {Names} FROM {Quoted(Name)}";

    public string OrderedSelection => $"{Selection} ORDER BY {Order}";

    public string Counting => $"SELECT count(*) FROM {Quoted(Name)}";

    public string Insertion => $"INSERT INTO {Quoted(Name)} ({Names}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";

    public string Copying => $"COPY {Quoted(Name)} ({Names}) FROM STDIN (FORMAT BINARY)";

    private string Names => string.Join(", ", Columns.Select(c => Quoted(c.Name)));

    private static string Quoted(string name) => $"\"{name}\"";
}

/// <param name="Type">Without its nullability.</param>
/// <param name="Generated">The engine counts it up when no value is given.</param>
internal sealed record CopiedColumn(string Name, Type Type, bool Generated)
{
    public static CopiedColumn Of(IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return new CopiedColumn(column.Name, Nullable.GetUnderlyingType(type) ?? type, property.ValueGenerated == ValueGenerated.OnAdd && (type == typeof(int) || type == typeof(long)));
    }
}
