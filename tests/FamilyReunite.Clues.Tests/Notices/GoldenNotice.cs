using System.Globalization;
using System.Text.Json;
using FamilyReunite.Clues.Notices;

namespace FamilyReunite.Clues.Tests.Notices;

/// <summary>Compares what was read with fields written as "name=value".</summary>
internal static class GoldenNotice
{
    private static readonly NoticeReader Reader = new();

    public static NoticePerson One(string text) => Assert.Single(Reader.Read(text));

    public static IReadOnlyList<NoticePerson> All(string text) => Reader.Read(text);

    /// <summary>Fails when a field has another value; "name=" means that the field must stay empty.</summary>
    public static void Has(NoticePerson person, params string[] fields)
    {
        foreach (var field in fields)
        {
            var at = field.IndexOf('=', StringComparison.Ordinal);
            var property = typeof(NoticePerson).GetProperties().Single(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name) == field[..at]);
            Assert.Equal(field, field[..at] + "=" + Text(property.GetValue(person)));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "yes" : "no",
        IReadOnlyDictionary<string, int> count => string.Join('|', count.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}{c.Value}"))),
        IEnumerable<string> words => string.Join('|', words),
        IEnumerable<double> figures => string.Join('|', figures.Select(f => f.ToString(CultureInfo.InvariantCulture))),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
