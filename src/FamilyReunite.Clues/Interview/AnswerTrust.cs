using FamilyReunite.Clues.Homes.Regions;

namespace FamilyReunite.Clues.Interview;

/// <summary>How far answers can be believed. Every figure is estimated: people with an intellectual disability tend to say yes, and nobody has measured how often in this setting.</summary>
internal static class AnswerTrust
{
    /// <summary>P(yes | true) and P(yes | not true) of a question with yes and no.</summary>
    public const double YesWhenTrue = 0.8, YesWhenNot = 0.2;

    /// <summary>The same for a local word that is read out: known words are recognised gladly, and some from elsewhere are known too.</summary>
    public const double KnowsOwnWord = 0.85, KnowsOtherWord = 0.25;

    /// <summary>Share of choices made at random, and of cards pointed at for their looks.</summary>
    public const double ChosenAtRandom = 0.15, PointedAtRandom = 0.3;

    /// <summary>Share of people who answer with a word of the standard language although home has another.</summary>
    public const double SaysCommonWord = 0.2;

    /// <summary>P(a word from elsewhere) over all words of a topic; the table's floor holds for single words and adds up to more.</summary>
    public const double WordsFromElsewhere = 0.3;

    /// <summary>Share of words said that are those of home; the rest were learnt elsewhere, or mean something else.</summary>
    public const double ToWord = 0.85;

    /// <summary>Share of answers to a name read out that mean what they seem to.</summary>
    public const double ToName = 0.85;

    /// <summary>Share of answers that speak of home as the table has it; the rest are as from anywhere.</summary>
    public static double In(Reliability reliability) => reliability switch { Reliability.A => 0.9, Reliability.B => 0.8, _ => 0.6 };

    /// <summary>Chance that a person answers at all; 0 for what cannot be answered.</summary>
    /// <param name="cards">Every answer has a card.</param>
    public static double Chance(QuestionKind kind, InterviewMeans means, bool cards) => (means, kind) switch
    {
        (InterviewMeans.Speaks, QuestionKind.Word) => 0.7,
        (InterviewMeans.Speaks, QuestionKind.HeardWord) => 0.6,
        (InterviewMeans.Speaks, QuestionKind.Choice) => 0.7,
        (InterviewMeans.Speaks, QuestionKind.YesNo) => 0.8,
        (InterviewMeans.Speaks, _) => 0.65,
        (InterviewMeans.Understands, QuestionKind.Word) => 0,
        (InterviewMeans.Understands, QuestionKind.Choice) => 0.5,
        (InterviewMeans.Understands, QuestionKind.YesNo) => 0.7,
        (InterviewMeans.Understands, _) => 0.65,
        (InterviewMeans.Pictures, QuestionKind.Pictures) => 0.5,
        (InterviewMeans.Pictures, QuestionKind.YesNo) => cards ? 0.35 : 0,
        _ => 0,
    };
}
