using FamilyReunite.Clues.Homes.Regions;
using FamilyReunite.Domain;

namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>The row of a question before its options are known.</summary>
internal sealed record QuestionRow(int Line, string Id, QuestionKind? Kind, string Topic, Reliability Reliability, string Source, Wording Text, LikelihoodRule? Words, string[] Common)
{
    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["word"] = QuestionKind.Word, ["choice"] = QuestionKind.Choice, ["yesno"] = QuestionKind.YesNo, ["pictures"] = QuestionKind.Pictures,
    };

    public static QuestionRow Read(string[] fields, int line, List<Problem> problems)
    {
        string[] names = ["row", "id", "kind", "topic", "reliability", "source", "zh", "en"];
        if (!QuestionBankReader.Complete(fields, names, line, problems)) fields = [.. fields, .. Enumerable.Repeat("", names.Length)];
        Kinds.TryGetValue(fields[2], out var kind);
        var known = Kinds.ContainsKey(fields[2]);
        if (fields[1].Length > 0 && !QuestionBankReader.Id().IsMatch(fields[1])) problems.Add(new Problem("question.id-wrong", QuestionBankReader.At(line, "id"), fields[1]));
        if (fields[2].Length > 0 && !known) problems.Add(new Problem("question.kind-unknown", QuestionBankReader.At(line, "kind"), fields[2], string.Join(", ", Kinds.Keys)));
        if (fields[4].Length > 0 && fields[4] is not ("A" or "B" or "C")) problems.Add(new Problem("question.reliability-unknown", QuestionBankReader.At(line, "reliability"), fields[4]));
        var reliability = fields[4] switch { "A" => Reliability.A, "B" => Reliability.B, _ => Reliability.C };
        LikelihoodRule? words = null;
        string[] common = [];
        if (known && kind == QuestionKind.Word)
        {
            var from = LikelihoodReader.Read(fields.ElementAtOrDefault(8) ?? "", QuestionBankReader.At(line, "from"));
            problems.AddRange(from.Problems);
            if (from.Succeeded && from.Value!.Hints.Count == 0) problems.Add(new Problem("question.words-without-hints", QuestionBankReader.At(line, "from")));
            words = from.Value;
            common = fields.ElementAtOrDefault(9)?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        }
        return new QuestionRow(line, fields[1], known ? kind : null, fields[3], reliability, fields[5], new Wording(fields[6], fields[7]), words, common);
    }

    /// <summary>Tells when the answers do not fit the way of asking.</summary>
    public void Check(List<BankOption> options, List<Problem> problems)
    {
        var fits = Kind switch
        {
            QuestionKind.Word => options.Count == 0,
            QuestionKind.YesNo => options is [{ Id: ProposedOption.Yes }],
            QuestionKind.Choice => options.Count > 1,
            QuestionKind.Pictures => options.Count > 1 && options.TrueForAll(o => o.Card is not null),
            _ => true,
        };
        if (!fits) problems.Add(new Problem("question.options-wrong", QuestionBankReader.At(Line, "option"), Id));
    }

    public BankQuestion With(IReadOnlyList<BankOption> options) => new(Id, Kind!.Value, Topic, Reliability, Source, Text, Words, Common, options);
}
