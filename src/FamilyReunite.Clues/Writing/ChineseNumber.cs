using System.Globalization;

namespace FamilyReunite.Clues.Writing;

/// <summary>Whole numbers below ten thousand in Chinese or Arabic figures ("一百六十三", "二〇〇三", "六五", "163").</summary>
internal static class ChineseNumber
{
    /// <summary>For regular expressions: one number as people write it.</summary>
    public const string Pattern = @"(?:\d{1,4}(?:\.\d{1,2})?|[一二两俩三四五六七八九十百零〇半]{1,8})";

    private const string Digits = "零一二三四五六七八九";

    public static double? Read(string text)
    {
        if (text.Length == 0) return null;
        if (text[0] is >= '0' and <= '9') return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : null;
        return text == "半" ? 0.5 : text.AsSpan().IndexOfAny('十', '百') >= 0 ? WithUnits(text) : InRow(text);
    }

    /// <summary>One Chinese figure; null for anything else.</summary>
    public static int? Digit(char c) => c switch
    {
        '〇' => 0,
        '两' or '俩' => 2,
        >= '0' and <= '9' => c - '0',
        _ => Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? i : null,
    };

    private static double? InRow(string text)
    {
        double sum = 0;
        foreach (var c in text)
        {
            if (Digit(c) is not { } d) return null;
            sum = sum * 10 + d;
        }
        return sum;
    }

    private static double? WithUnits(string text)
    {
        int sum = 0, digit = -1, unit = 0;
        foreach (var c in text)
        {
            if (c is '十' or '百')
            {
                unit = c == '十' ? 10 : 100;
                sum += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
            else if (Digit(c) is { } d) (digit, unit) = (d, d == 0 ? 1 : unit);
            else return null;
        }
        // 一百六 is 160
        return sum + (digit < 0 ? 0 : unit == 100 ? digit * 10 : digit);
    }
}
