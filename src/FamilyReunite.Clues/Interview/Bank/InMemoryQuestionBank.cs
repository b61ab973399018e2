using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain;

namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>The embedded questions and those added while the process runs. Thread-safe.</summary>
public sealed class InMemoryQuestionBank : IQuestionBank
{
    private static readonly Lazy<IReadOnlyList<BankQuestion>> Embedded = new(Load);

    private readonly Lock _changing = new();
    private volatile IReadOnlyList<BankQuestion>? _all;

    public IReadOnlyList<BankQuestion> Questions => _all ?? Embedded.Value;

    /// <summary>Adds rows in the form of <c>questions.tsv</c>: all of them, or none when one is wrong.</summary>
    /// <returns>The questions added.</returns>
    public Outcome<BankQuestion[]> Add(string rows)
    {
        lock (_changing)
        {
            var read = QuestionBankReader.Read(rows, Questions.Select(q => q.Id));
            if (read.Succeeded) _all = [.. Questions, .. read.Value!];
            return read;
        }
    }

    private static IReadOnlyList<BankQuestion> Load()
    {
        var read = QuestionBankReader.Read(EmbeddedTable.Text("questions.tsv"), []);
        return read.Succeeded ? read.Value! : throw new InvalidDataException($"questions.tsv, {read.Problems[0].Field}: {read.Problems[0].Code}");
    }
}
