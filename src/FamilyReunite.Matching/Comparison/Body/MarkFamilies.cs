using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Kinds that one observer takes for another.</summary>
internal enum MarkFamily { Alone, Scar, Spot, Tooth, Shape }

/// <summary>Parts that one observer names for another.</summary>
internal enum BodyRegion { Unknown, Head, Trunk, Arm, Leg }

internal static class MarkFamilies
{
    public static MarkFamily Of(MarkKind kind) => kind switch
    {
        MarkKind.Scar or MarkKind.BurnScar or MarkKind.SurgicalScar => MarkFamily.Scar,
        MarkKind.Mole or MarkKind.Birthmark or MarkKind.Wart => MarkFamily.Spot,
        MarkKind.MissingTooth or MarkKind.GoldTooth => MarkFamily.Tooth,
        MarkKind.Deformity or MarkKind.Limp or MarkKind.MissingPart => MarkFamily.Shape,
        _ => MarkFamily.Alone,
    };
}

internal static class BodyRegions
{
    public static BodyRegion Of(BodyPart part) => part switch
    {
        BodyPart.Unknown or BodyPart.WholeBody => BodyRegion.Unknown,
        BodyPart.Shoulder or BodyPart.UpperArm or BodyPart.Forearm or BodyPart.Arm or BodyPart.Hand or BodyPart.Finger => BodyRegion.Arm,
        BodyPart.Hip or BodyPart.Thigh or BodyPart.Knee or BodyPart.Calf or BodyPart.Leg or BodyPart.Foot or BodyPart.Toe => BodyRegion.Leg,
        BodyPart.Chest or BodyPart.Belly or BodyPart.Back or BodyPart.Waist => BodyRegion.Trunk,
        _ => BodyRegion.Head,
    };

    /// <summary>Words of different precision for one place ("手" and "手指", "脸" and "脸颊").</summary>
    public static bool Neighbours(BodyPart a, BodyPart b) => (a, b) is
        (BodyPart.Face, BodyPart.Cheek or BodyPart.Forehead or BodyPart.Brow or BodyPart.Chin or BodyPart.Nose or BodyPart.Mouth) or
        (BodyPart.Cheek or BodyPart.Forehead or BodyPart.Brow or BodyPart.Chin or BodyPart.Nose or BodyPart.Mouth, BodyPart.Face) or
        (BodyPart.Brow, BodyPart.Eye or BodyPart.Forehead) or (BodyPart.Eye or BodyPart.Forehead, BodyPart.Brow) or (BodyPart.Forehead, BodyPart.Head) or (BodyPart.Head, BodyPart.Forehead) or
        (BodyPart.Hand, BodyPart.Finger) or (BodyPart.Finger, BodyPart.Hand) or (BodyPart.Foot, BodyPart.Toe) or (BodyPart.Toe, BodyPart.Foot) or
        (BodyPart.Arm, BodyPart.UpperArm or BodyPart.Forearm) or (BodyPart.UpperArm or BodyPart.Forearm, BodyPart.Arm) or
        (BodyPart.Leg, BodyPart.Thigh or BodyPart.Calf or BodyPart.Knee) or (BodyPart.Thigh or BodyPart.Calf or BodyPart.Knee, BodyPart.Leg) or
        (BodyPart.Belly, BodyPart.Waist) or (BodyPart.Waist, BodyPart.Belly) or (BodyPart.Waist, BodyPart.Back) or (BodyPart.Back, BodyPart.Waist);
}
