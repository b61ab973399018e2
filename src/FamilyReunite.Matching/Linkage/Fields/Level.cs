namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>One way a field of two people can agree or disagree.</summary>
/// <param name="Code">Stable name: <c>exact</c>, <c>one-edit</c>.</param>
/// <param name="Prior">Share of true pairs expected on it before anything is learnt; 0 for the level of missing.</param>
/// <param name="Chance">Share of unrelated pairs expected on it at least.</param>
internal sealed record Level(string Code, double Prior, double Chance = 0);
