using FamilyReunite.Domain.Values;

namespace FamilyReunite.Web.Pages.Intake;

/// <param name="X">Of the upper left corner, in units of the drawing; so are the others.</param>
public sealed record BodyZone(BodyPart Part, BodySide Side, int X, int Y, int Width, int Height);

/// <summary>The zones of a face, a front and a back on which a mark is pointed out. Seen from before, the person's right is at the left.</summary>
public static class BodyFigure
{
    public const int Width = 340;
    public const int Height = 210;
    private const int FrontAt = 120;
    private const int BackAt = 240;
    private const int Middle = 50;

    public static IReadOnlyList<BodyZone> Zones { get; } = [.. Face(), .. Body(FrontAt, fromBehind: false), .. Body(BackAt, fromBehind: true)];

    private static IEnumerable<BodyZone> Face() =>
    [
        new(BodyPart.Head, BodySide.Middle, 20, 2, 60, 16), new(BodyPart.Forehead, BodySide.Middle, 26, 20, 48, 12), new(BodyPart.Nose, BodySide.Middle, 46, 42, 8, 28), new(BodyPart.Mouth, BodySide.Middle, 38, 76, 24, 10),
        new(BodyPart.Chin, BodySide.Middle, 38, 89, 24, 12), new(BodyPart.Neck, BodySide.Middle, 40, 104, 20, 14),
        .. Pair(0, false, BodyPart.Brow, 27, 34, 18, 6), .. Pair(0, false, BodyPart.Eye, 27, 42, 18, 10), .. Pair(0, false, BodyPart.Cheek, 27, 54, 18, 20), .. Pair(0, false, BodyPart.Ear, 14, 42, 10, 22),
    ];

    private static IEnumerable<BodyZone> Body(int at, bool fromBehind) =>
    [
        new(BodyPart.Head, BodySide.Middle, at + 40, 0, 20, 22), new(BodyPart.Neck, BodySide.Middle, at + 44, 24, 12, 8),
        new(fromBehind ? BodyPart.Back : BodyPart.Chest, BodySide.Middle, at + 34, 46, 32, 28), new(fromBehind ? BodyPart.Waist : BodyPart.Belly, BodySide.Middle, at + 34, 76, 32, 16),
        .. Pair(at, fromBehind, BodyPart.Shoulder, 24, 33, 20, 11), .. Pair(at, fromBehind, BodyPart.UpperArm, 18, 46, 13, 30), .. Pair(at, fromBehind, BodyPart.Forearm, 14, 78, 13, 30), .. Pair(at, fromBehind, BodyPart.Hand, 11, 110, 14, 10),
        .. Pair(at, fromBehind, BodyPart.Finger, 10, 122, 14, 8), .. Pair(at, fromBehind, BodyPart.Hip, 34, 94, 15, 12), .. Pair(at, fromBehind, BodyPart.Thigh, 34, 108, 15, 34), .. Pair(at, fromBehind, BodyPart.Knee, 34, 144, 15, 11),
        .. Pair(at, fromBehind, BodyPart.Calf, 35, 157, 13, 32), .. Pair(at, fromBehind, BodyPart.Foot, 32, 191, 16, 8), .. Pair(at, fromBehind, BodyPart.Toe, 30, 201, 17, 7),
    ];

    private static BodyZone[] Pair(int at, bool fromBehind, BodyPart part, int x, int y, int width, int height) =>
    [
        new(part, fromBehind ? BodySide.Left : BodySide.Right, at + x, y, width, height),
        new(part, fromBehind ? BodySide.Right : BodySide.Left, at + 2 * Middle - x - width, y, width, height),
    ];
}
