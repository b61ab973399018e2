using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Matching.Learning;

/// <summary>What learning from decisions is asked to do. Invented people stand for all that an installation has not yet decided.</summary>
/// <param name="Version">Version of the model to make.</param>
/// <param name="Persons">Invented stranded persons of the fit, and as many again for its calibration.</param>
/// <param name="EvaluationPersons">Fresh invented persons on whom nothing may be lost.</param>
/// <param name="DecisionWeight">How many invented pairs one decided pair counts for. Ten lets two hundred decisions speak about as loud as the two thousand invented true pairs.</param>
/// <param name="Folds">Parts that the persons are split into; each is judged by a model that has seen none of its persons.</param>
public sealed record LearningOptions(string Version, int Seed = 11, int Persons = 2000, int Reports = 20000, double ShareWithMate = 0.39, int CandidatesPerPerson = RetrievalDepth.Reports, int RandomPerPerson = 25,
    int EvaluationPersons = 2000, double L2 = 1, double DecisionWeight = 10, int Folds = 5)
{
    /// <summary>Fewest confirmed and fewest rejected pairs to learn from.</summary>
    public const int FewestOfEach = 20;

    /// <summary>Share of the present model's log loss by which a challenger has to be better.</summary>
    public const double Margin = 0.05;

    /// <summary>Most that hits among ten and the area under precision–recall may fall on invented people.</summary>
    public const double MostLost = 0.02;

    internal TrainingPeople People => new(Seed, Persons, Persons, Reports, ShareWithMate, CandidatesPerPerson, RandomPerPerson);
}
