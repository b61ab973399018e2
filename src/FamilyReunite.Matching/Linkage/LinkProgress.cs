namespace FamilyReunite.Matching.Linkage;

/// <summary>What a link run is at.</summary>
public enum LinkStage
{
    Read,
    Block,
    Compare,
    Fit,
    Resolve,
    Write,
}

/// <param name="Total">0 when it is not known.</param>
public readonly record struct LinkProgress(LinkStage Stage, long Done, long Total);
