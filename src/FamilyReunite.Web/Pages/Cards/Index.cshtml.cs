using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Cards;

/// <summary>All picture cards of the interview, to print on paper or to show on a phone. Holds nothing about a person.</summary>
public sealed class IndexModel(IQuestionBank bank) : ReunitePage
{
    /// <summary>Cards that are laid out side by side.</summary>
    public IReadOnlyList<BankQuestion> Sets { get; } = [.. bank.Questions.Where(q => q.Kind == QuestionKind.Pictures)];

    /// <summary>Cards shown one by one, for yes or no.</summary>
    public IReadOnlyList<BankQuestion> Single { get; } = [.. bank.Questions.Where(q => q.Kind == QuestionKind.YesNo && q.Options[0].Card is not null)];
}
