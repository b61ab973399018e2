namespace FamilyReunite.Domain.Values;

public enum MarkKind { Other, Mole, Scar, BurnScar, Birthmark, Tattoo, Wart, MissingPart, ExtraPart, Deformity, Dimple, CleftLip, Bald, Pockmark, SurgicalScar, Limp, Hunchback, MissingTooth, GoldTooth, SquintOrBlindEye, HairWhorl, DoubleEyelid, PiercedEar }

/// <summary>Where on the body, coarse enough that two people would choose the same word.</summary>
public enum BodyPart { Unknown, Head, Forehead, Brow, Eye, Nose, Cheek, Mouth, Chin, Ear, Neck, Shoulder, UpperArm, Forearm, Hand, Finger, Chest, Belly, Back, Waist, Hip, Thigh, Knee, Calf, Foot, Toe, Tooth, Face, Arm, Leg, WholeBody }

public enum BodySide { Unknown, Left, Right, Middle, Both }

/// <summary>A mark one can see: kind × place × side. Canonical text: <c>Mole|Brow|Left</c>.</summary>
public sealed record BodyMark(MarkKind Kind, BodyPart Part, BodySide Side)
{
    public static bool TryParse(string? text, out BodyMark mark)
    {
        mark = new BodyMark(MarkKind.Other, BodyPart.Unknown, BodySide.Unknown);
        var p = (text ?? "").Split('|');
        if (p.Length != 3 || !Enum.TryParse<MarkKind>(p[0], out var k) || !Enum.TryParse<BodyPart>(p[1], out var b) || !Enum.TryParse<BodySide>(p[2], out var s)) return false;
        mark = new BodyMark(k, b, s);
        return true;
    }

    public override string ToString() => $"{Kind}|{Part}|{Side}";
}
