using System.Text;

namespace FamilyReunite.Search.Tokens;

/// <summary>Cuts text into runs of Han characters, of Latin letters and of digits, full-width forms and case folded.</summary>
internal static class HanText
{
    public enum Run { Han, Letters, Digits }

    public static string Fold(string text) => Scrub(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    public static IEnumerable<(Run Run, string Text)> Runs(string text)
    {
        var run = new StringBuilder();
        Run? kind = null;
        foreach (var r in Fold(text).EnumerateRunes())
        {
            var k = KindOf(r);
            if (k != kind && run.Length > 0)
            {
                yield return (kind!.Value, run.ToString());
                run.Clear();
            }
            kind = k;
            if (k is not null) run.Append(r);
        }
        if (run.Length > 0) yield return (kind!.Value, run.ToString());
    }

    public static IEnumerable<string> Words(string text) => Runs(text).Where(r => r.Run == Run.Letters).Select(r => r.Text);

    public static IReadOnlyList<string> Characters(string han) => [.. han.EnumerateRunes().Select(r => r.ToString())];

    /// <summary>Lone surrogates cannot be normalised.</summary>
    private static string Scrub(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static Run? KindOf(Rune r) => r.Value switch
    {
        >= '0' and <= '9' => Run.Digits,
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007 => Run.Han,
        _ => Rune.IsLetter(r) ? Run.Letters : null,
    };
}
