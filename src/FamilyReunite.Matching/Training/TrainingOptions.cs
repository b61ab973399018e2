using FamilyReunite.Matching.Retrieval;

namespace FamilyReunite.Matching.Training;

/// <summary>What `reunite train` asks for.</summary>
/// <param name="OutputFolder">The folder that holds one folder a version.</param>
/// <param name="Seed">The same seed and sizes give the same model.</param>
/// <param name="Persons">Stranded persons of the fit, each with a report among <paramref name="Reports"/>.</param>
/// <param name="CalibrationPersons">Further persons for the calibration, of whom <paramref name="ShareWithMate"/> have a report.</param>
/// <param name="CandidatesPerPerson">How many retrieved reports each person is compared with.</param>
/// <param name="RandomPerPerson">And how many drawn at random.</param>
/// <param name="L2">Weight of the quadratic penalty.</param>
/// <param name="Version">"major.minor"; null takes the minor version after the newest in the folder.</param>
/// <param name="EvaluationPersons">Fresh persons of the evaluation profile for the figures on the card; 0 leaves them out.</param>
public sealed record TrainingOptions(string OutputFolder, int Seed = 1, int Persons = 4000, int Reports = 20000, int CalibrationPersons = 4000, double ShareWithMate = 0.39,
    int CandidatesPerPerson = RetrievalDepth.Reports, int RandomPerPerson = 25, double L2 = 1, string? Version = null, int EvaluationPersons = 2000);

/// <param name="Folder">Where the model now lies.</param>
public sealed record TrainedModel(string Folder, Model.PairModel Model, Model.PairModelCard Card, Evaluation.EvaluationReport? Evaluation);
