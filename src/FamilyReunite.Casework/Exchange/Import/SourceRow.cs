using System.Text.Json;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>One row of a file, its columns named by our fields.</summary>
/// <param name="Number">Line on which it begins, from 1.</param>
/// <param name="Fault">Set when the row could not be taken apart; then it has no fields.</param>
internal sealed record SourceRow(long Number, IReadOnlyDictionary<string, FieldValue> Fields, RowProblem? Fault)
{
    private static readonly Dictionary<string, FieldValue> Nothing = [];

    public static SourceRow Broken(long number, string? column, Domain.Problem problem) => new(number, Nothing, new RowProblem(number, column, problem, Kept: false));

    public string? Text(string field) => Fields.TryGetValue(field, out var v) && v.Words.Count > 0 ? v.Words[0] : null;

    public bool Flag(string field) => Text(field) is "true" or "True" or "1" or "是" or "Y" or "y";
}

/// <param name="Column">As the file calls it.</param>
/// <param name="Words">Values as written, trimmed, without empty ones; one for a CSV cell.</param>
/// <param name="Json">The value of a JSON line, for fields that are no plain list.</param>
internal sealed record FieldValue(string Column, IReadOnlyList<string> Words, JsonElement? Json = null);
