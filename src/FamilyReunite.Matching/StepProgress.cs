namespace FamilyReunite.Matching;

/// <summary>How far one step of training or evaluation has got.</summary>
/// <param name="Step">"simulate", "read", "compare", "fit", "evaluate".</param>
/// <param name="Total">0 when it is not known.</param>
public sealed record StepProgress(string Step, int Done, int Total);
