using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Which fields the columns make: name columns are one field, because they say the same thing; every other column is its own.</summary>
internal static class FieldSet
{
    /// <summary>Texts with fewer words than this on average are compared letter by letter.</summary>
    private const double WordsOfText = 1.3;

    public static IReadOnlyList<Field> Of(People people)
    {
        var fields = new List<Field>();
        var names = people.Columns.Where(c => IsName(c.Kind)).ToList();
        if (names.Count > 0) fields.Add(new BagField(string.Join('+', names.Select(c => c.Name)), names.Count == 1 ? names[0].Kind : ColumnKind.FullName, names, asName: true));
        foreach (var column in people.Columns)
            if (!IsName(column.Kind) && column.Cells.Any(c => c.Length > 0)) fields.Add(Of(column));
        return fields;
    }

    private static bool IsName(ColumnKind kind) => kind is ColumnKind.GivenName or ColumnKind.Surname or ColumnKind.FullName;

    private static Field Of(PersonColumn column) => column.Kind switch
    {
        ColumnKind.IdNumber or ColumnKind.Category or ColumnKind.Text when MostlyMail(column) => new TextField(column),
        ColumnKind.BirthDate => new DateField(column),
        ColumnKind.Age => new AgeField(column),
        ColumnKind.Sex or ColumnKind.Category => new CategoryField(column),
        ColumnKind.Phone or ColumnKind.Postcode or ColumnKind.IdNumber => new CodeField(column),
        ColumnKind.Text when AverageWords(column) < WordsOfText => new TextField(column),
        _ => new BagField(column.Name, column.Kind, [column], asName: false),
    };

    /// <summary>E-mail addresses are compared letter by letter, whatever they are called.</summary>
    private static bool MostlyMail(PersonColumn column)
    {
        var cells = column.Cells.Where(c => c.Length > 0).Take(1000).ToList();
        return cells.Count(c => c.Contains('@', StringComparison.Ordinal)) * 2 > cells.Count;
    }

    private static double AverageWords(PersonColumn column)
    {
        var (cells, words) = (0, 0);
        foreach (var c in column.Cells)
        {
            if (c.Length == 0) continue;
            words += 1 + c.Count(char.IsWhiteSpace);
            if (++cells == 2000) break;
        }
        return cells == 0 ? 1 : (double)words / cells;
    }
}
