using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Tokens;

/// <summary>Marks, years of birth and disabilities.</summary>
internal static class BodyTokens
{
    private const int Bucket = 3;
    private const int BucketCm = 3;
    private const double UsualAge = 40;

    /// <summary>Years that an observer's guess of an age is off, at least and per year of age, and a family's knowledge; centimetres that a guess and a measured height are off from what a family says.</summary>
    private const double GuessLeast = 1.5;
    private const double GuessPerYear = 0.095;
    private const double KnownError = 1;
    private const double HeightError = 4.5;
    private const double HeightKnownError = 3.5;
    private const int GrownCm = 140;

    /// <summary>What tells less than this costs more reading than it is worth.</summary>
    private const double LeastCertainty = 0.2;

    /// <summary>Density of strangers per year of birth and per centimetre.</summary>
    private const double StrangerYears = 0.017;
    private const double StrangerCm = 0.04;

    private const int WidestSpan = 30;

    public static void Add(TokenBag bag, ClueSet clues)
    {
        foreach (var m in clues.Marks.Select(m => m.Mark)) AddMark(bag, m);
        foreach (var b in clues.Births) AddBirth(bag, b, clues);
        foreach (var h in clues.Heights) AddHeight(bag, h, clues);
        foreach (var d in clues.Disabilities) bag.Add(TokenKinds.Disability, d.ToString());
    }

    public static NumberRange? Height(ClueSet clues) =>
        clues.Heights.Count == 0 ? null : new NumberRange(clues.Heights.Min(h => h.Cm.Low), clues.Heights.Max(h => h.Cm.High));

    private static void AddMark(TokenBag bag, BodyMark m)
    {
        if (m is { Kind: MarkKind.Other, Part: BodyPart.Unknown }) return;
        if (m.Part != BodyPart.Unknown) bag.Add(TokenKinds.MarkPart, $"{m.Kind}|{m.Part}");
        if (m.Side != BodySide.Unknown && m.Part != BodyPart.Unknown) bag.Add(TokenKinds.MarkSide, m.ToString());
        if (m.Kind != MarkKind.Other) bag.Add(TokenKinds.MarkKindAlone, m.Kind.ToString());
    }

    /// <summary>A report names the years its birth allows; a person names every year that a guess of their age leaves likelier than chance, so near counts more than far.</summary>
    private static void AddBirth(TokenBag bag, BirthClue birth, ClueSet clues)
    {
        var years = birth.Born.Last.Year - birth.Born.First.Year;
        if (years > WidestSpan) return;
        if (clues.Kind == RecordKind.Missing)
        {
            var (first, last) = (birth.Born.First.Year / Bucket, birth.Born.Last.Year / Bucket);
            for (var b = first; b <= last; b++) bag.Add(TokenKinds.BirthYears, Text(b), 1.0 / Math.Sqrt(last - first + 1));
            return;
        }
        var middle = birth.Born.MiddleYear;
        var age = clues.LastSeen is { } seen ? Math.Max(0, seen.MiddleYear - middle) : UsualAge;
        var error = birth.Estimated ? GuessLeast + GuessPerYear * age : KnownError;
        AddAround(bag, TokenKinds.BirthYears, middle, Math.Sqrt(error * error + years * years / 12.0 + KnownError), Bucket, StrangerYears);
    }

    /// <summary>Heights of the grown only: a child's tells nothing after a year.</summary>
    private static void AddHeight(TokenBag bag, HeightClue height, ClueSet clues)
    {
        var middle = (height.Cm.Low + height.Cm.High) / 2;
        if (middle < GrownCm) return;
        if (clues.Kind == RecordKind.Missing) bag.Add(TokenKinds.GrownHeight, Text((int)(middle / BucketCm)));
        else AddAround(bag, TokenKinds.GrownHeight, middle, height.Estimated ? HeightError : HeightKnownError, BucketCm, StrangerCm);
    }

    /// <summary>Certainty of a bucket: how much likelier than among strangers, on a log scale that is 1 for an error of one bucket.</summary>
    private static void AddAround(TokenBag bag, TokenKind kind, double middle, double error, int bucket, double strangers)
    {
        double Gain(double off) => -off * off / (2 * error * error) - Math.Log(error * Math.Sqrt(2 * Math.PI) * strangers);
        var most = -Math.Log(bucket * strangers);
        var reach = (int)(3 * error / bucket) + 1;
        for (var b = (int)(middle / bucket) - reach; b <= (int)(middle / bucket) + reach; b++)
            if (Gain((b + 0.5) * bucket - middle) / most is var certainty and >= LeastCertainty) bag.Add(kind, Text(b), Math.Min(1, certainty));
    }

    private static string Text(int bucket) => bucket.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
