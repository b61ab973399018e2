using System.Globalization;
using System.Text.RegularExpressions;
using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Domain;

namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>
/// Reads questions from tab-separated rows: <c>question id kind topic reliability source zh en</c>, for a word question followed by the hints and the common words
/// (<c>土豆/马铃薯</c>); then its answers, <c>option id zh en card from</c> (<c>-</c> for no card). Lines that begin with # are left out.
/// </summary>
public static partial class QuestionBankReader
{
    /// <param name="taken">Ids that the bank has already.</param>
    /// <returns>The questions, or every problem found; <see cref="Problem.Field"/> reads "line 12: kind".</returns>
    public static Outcome<BankQuestion[]> Read(string rows, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        var read = new List<(QuestionRow Row, List<BankOption> Options)>();
        var problems = new List<Problem>();
        var number = 0;
        foreach (var line in rows.Split('\n'))
        {
            number++;
            var fields = line.TrimEnd('\r').Split('\t', StringSplitOptions.TrimEntries);
            if (line.Trim().Length == 0 || line[0] == '#') continue;
            if (fields[0] == "question")
            {
                var row = QuestionRow.Read(fields, number, problems);
                if (!ids.Add(row.Id)) problems.Add(new Problem("question.id-taken", At(number, "id"), row.Id));
                read.Add((row, []));
            }
            else if (fields[0] != "option") problems.Add(new Problem("question.row-unknown", At(number, "row"), fields[0]));
            else if (read.Count == 0) problems.Add(new Problem("question.option-alone", At(number, "row")));
            else if (Option(fields, number, problems) is { } option)
            {
                if (read[^1].Options.Exists(o => o.Id == option.Id)) problems.Add(new Problem("question.id-taken", At(number, "id"), option.Id));
                read[^1].Options.Add(option);
            }
        }
        foreach (var (row, options) in read) row.Check(options, problems);
        return problems.Count > 0 ? problems.ToArray() : read.ConvertAll(r => r.Row.With(r.Options)).ToArray();
    }

    private static BankOption? Option(string[] fields, int line, List<Problem> problems)
    {
        string[] names = ["row", "id", "zh", "en", "card", "from"];
        if (!Complete(fields, names, line, problems)) return null;
        if (!Id().IsMatch(fields[1]) || fields[1] is "none" or "other") problems.Add(new Problem("question.id-wrong", At(line, "id"), fields[1]));
        if (fields[4] != "-" && !Id().IsMatch(fields[4])) problems.Add(new Problem("question.card-wrong", At(line, "card"), fields[4]));
        var from = LikelihoodReader.Read(fields[5], At(line, "from"));
        problems.AddRange(from.Problems);
        return from.Succeeded ? new BankOption(fields[1], new Wording(fields[2], fields[3]), fields[4] == "-" ? null : fields[4], from.Value!) : null;
    }

    internal static bool Complete(string[] fields, string[] names, int line, List<Problem> problems)
    {
        var missing = names.Where((_, i) => i >= fields.Length || fields[i].Length == 0).ToList();
        problems.AddRange(missing.Select(m => new Problem("question.field-missing", At(line, m), m)));
        return missing.Count == 0;
    }

    internal static string At(int line, string field) => string.Create(CultureInfo.InvariantCulture, $"line {line}: {field}");

    /// <summary>An id must not look like the id of a name or word read aloud.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    internal static partial Regex Id();
}
