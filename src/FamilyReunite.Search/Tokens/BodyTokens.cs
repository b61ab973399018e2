using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Tokens;

/// <summary>Marks, years of birth and disabilities.</summary>
internal static class BodyTokens
{
    /// <summary>Years by which an estimate or a stranded person's own statement may be wrong: stated ages were off by 20.</summary>
    public const int EstimateSlack = 20;

    /// <summary>Years by which a written or family-known birth may be wrong: late registration, ages counted the old way.</summary>
    public const int KnownSlack = 5;

    private const int Bucket = 5;
    private const int WidestSpan = 30;

    public static void Add(TokenBag bag, ClueSet clues)
    {
        foreach (var m in clues.Marks.Select(m => m.Mark)) AddMark(bag, m);
        foreach (var b in clues.Births) AddBirth(bag, b.Born);
        foreach (var d in clues.Disabilities) bag.Add(TokenKinds.Disability, d.ToString());
    }

    /// <summary>Every year of birth that some statement allows, widened by what it may be wrong; null when nothing was said.</summary>
    public static NumberRange? Years(ClueSet clues)
    {
        if (clues.Births.Count == 0) return null;
        return new NumberRange(
            clues.Births.Min(b => b.Born.First.Year - (b.Estimated ? EstimateSlack : KnownSlack)),
            clues.Births.Max(b => b.Born.Last.Year + (b.Estimated ? EstimateSlack : KnownSlack)));
    }

    public static NumberRange? Height(ClueSet clues) =>
        clues.Heights.Count == 0 ? null : new NumberRange(clues.Heights.Min(h => h.Cm.Low), clues.Heights.Max(h => h.Cm.High));

    private static void AddMark(TokenBag bag, BodyMark m)
    {
        if (m is { Kind: MarkKind.Other, Part: BodyPart.Unknown }) return;
        if (m.Part != BodyPart.Unknown) bag.Add(TokenKinds.MarkPart, $"{m.Kind}|{m.Part}");
        if (m.Side != BodySide.Unknown && m.Part != BodyPart.Unknown) bag.Add(TokenKinds.MarkSide, m.ToString());
        bag.Add(TokenKinds.MarkRegion, $"{m.Kind}|{Region(m.Part)}");
    }

    /// <summary>Five-year buckets; a span over several shares its certainty among them.</summary>
    private static void AddBirth(TokenBag bag, DaySpan born)
    {
        var (first, last) = (born.First.Year / Bucket, born.Last.Year / Bucket);
        if (born.Last.Year - born.First.Year > WidestSpan) return;
        for (var b = first; b <= last; b++) bag.Add(TokenKinds.BirthYears, b.ToString(System.Globalization.CultureInfo.InvariantCulture), 1.0 / Math.Sqrt(last - first + 1));
    }

    private static string Region(BodyPart part) => part switch
    {
        BodyPart.Unknown or BodyPart.WholeBody => "any",
        BodyPart.Head or BodyPart.Forehead or BodyPart.Brow or BodyPart.Eye or BodyPart.Nose or BodyPart.Cheek or BodyPart.Mouth or BodyPart.Chin or BodyPart.Ear or BodyPart.Face or BodyPart.Tooth => "head",
        BodyPart.Shoulder or BodyPart.UpperArm or BodyPart.Forearm or BodyPart.Arm or BodyPart.Hand or BodyPart.Finger => "arm",
        BodyPart.Hip or BodyPart.Thigh or BodyPart.Knee or BodyPart.Calf or BodyPart.Leg or BodyPart.Foot or BodyPart.Toe => "leg",
        _ => "trunk",
    };
}
