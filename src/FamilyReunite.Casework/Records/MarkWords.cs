using System.Globalization;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>A body mark in words: 左眉黑痣 / mole, left eyebrow. Also names each choice of a list or figure.</summary>
public static class MarkWords
{
    /// <summary>Kinds whose word already says where they are.</summary>
    private static readonly HashSet<MarkKind> SaysItsPlace =
        [MarkKind.Dimple, MarkKind.CleftLip, MarkKind.Bald, MarkKind.Limp, MarkKind.Hunchback, MarkKind.MissingTooth, MarkKind.GoldTooth, MarkKind.SquintOrBlindEye, MarkKind.HairWhorl, MarkKind.DoubleEyelid, MarkKind.PiercedEar];

    public static string Say(BodyMark mark, CultureInfo culture)
    {
        var kind = Say(mark.Kind, culture);
        var side = mark.Side == BodySide.Unknown ? "" : "." + mark.Side;
        if (SaysItsPlace.Contains(mark.Kind) || mark.Part is BodyPart.Unknown or BodyPart.WholeBody)
            return FactWords.Form("mark.bare" + side, culture, kind);
        return FactWords.Form("mark.at" + side, culture, kind, Say(mark.Part, culture));
    }

    public static string Say(MarkKind kind, CultureInfo culture) => FactWords.Word("mark.kind." + kind, culture);

    public static string Say(BodyPart part, CultureInfo culture) => FactWords.Word("mark.part." + part, culture);

    public static string Say(BodySide side, CultureInfo culture) => FactWords.Word("mark.side." + side, culture);
}
