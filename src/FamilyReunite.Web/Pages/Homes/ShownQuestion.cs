using FamilyReunite.Clues.Interview;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>A proposed question with the page it stands on.</summary>
/// <param name="Number">From 0.</param>
public sealed record ShownQuestion(ProposedQuestion Question, int Number, PersonModel Page)
{
    /// <summary>Value of the button of an answer, see <see cref="AnswerInput.Choice"/>.</summary>
    /// <param name="word">A word that is picked rather than typed.</param>
    public static string Choice(ProposedOption option, string language, string word = "") => $"{option.Id}|{option.Text.In(language).Replace('|', ' ')}|{word.Replace('|', ' ')}";
}
