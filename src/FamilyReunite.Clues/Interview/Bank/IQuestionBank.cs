namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>The questions of the product and those that stations added.</summary>
public interface IQuestionBank
{
    /// <summary>Everything that may be asked now; the same object until the bank changes.</summary>
    IReadOnlyList<BankQuestion> Questions { get; }
}
