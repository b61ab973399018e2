using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>Says how likely a home is, in a word and as a fraction that people can picture; finer than that the belief is not.</summary>
public sealed class ShareWords(IStringLocalizer<HomesText> text)
{
    private static readonly (double At, string Fraction)[] Fractions =
    [
        (.95, "19/20"), (.9, "9/10"), (.8, "4/5"), (.75, "3/4"), (2.0 / 3, "2/3"), (.5, "1/2"), (.4, "2/5"), (1.0 / 3, "1/3"), (.25, "1/4"), (.2, "1/5"), (1.0 / 6, "1/6"), (.125, "1/8"), (.1, "1/10"),
        (1.0 / 15, "1/15"), (.05, "1/20"), (1.0 / 30, "1/30"), (.02, "1/50"), (.01, "1/100"),
    ];

    private const double Least = .0075;

    /// <summary>"约 1/3"; "不到 1/100".</summary>
    public string Fraction(double p) => p < Least ? text["share.least"] : text["share.about", Fractions.MinBy(f => Math.Abs(Math.Log(f.At / p))).Fraction];

    /// <summary>"中等可能".</summary>
    public string Word(double p) => text["share." + p switch { >= .8 => "very", >= .5 => "likely", >= .25 => "possible", >= .1 => "weak", >= .01 => "little", _ => "least-word" }];

    /// <summary>How many times smaller a clue makes the country: "全国的约 1/12".</summary>
    public string Narrowing(double times) => times < 1.15 ? text["clue.nothing"] : times < 1.75 ? text["clue.little"] : text["clue.narrows", Round(times).ToString("N0", CultureInfo.CurrentCulture)];

    private static double Round(double times)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(times)) - (times >= 100 ? 0 : 0));
        return times < 10 ? Math.Round(times) : Math.Round(times / unit) * unit;
    }
}
