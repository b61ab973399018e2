using System.Globalization;
using System.Text;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Escort;

/// <summary>A signature drawn on the screen: strokes of straight lines. Read from an allow-list (M, L, decimal numbers) and written anew from the numbers, so that nothing of what a client sent reaches a page.</summary>
public sealed class SignaturePath
{
    private SignaturePath(IReadOnlyList<IReadOnlyList<Point>> strokes) => Strokes = strokes;

    /// <summary>Longest accepted text in characters.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Largest coordinate.</summary>
    public const double Extent = 4096;

    /// <summary>At least one, each of at least one point, in drawing order.</summary>
    public IReadOnlyList<IReadOnlyList<Point>> Strokes { get; }

    /// <summary>SVG path data in its one form: <c>M10 40L30 22.5</c>, tenths at most.</summary>
    public string Data
    {
        get
        {
            var text = new StringBuilder();
            foreach (var stroke in Strokes)
                for (var i = 0; i < stroke.Count; i++)
                    text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{stroke[i].X:0.#} {stroke[i].Y:0.#}");
            return text.ToString();
        }
    }

    /// <summary>The box around all strokes with a margin, as an SVG <c>viewBox</c>.</summary>
    public string ViewBox
    {
        get
        {
            var all = Strokes.SelectMany(s => s).ToList();
            var (left, top) = (all.Min(p => p.X), all.Min(p => p.Y));
            var (width, height) = (all.Max(p => p.X) - left, all.Max(p => p.Y) - top);
            var margin = Math.Max(width, height) * .05 + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{left - margin:0.#} {top - margin:0.#} {width + 2 * margin:0.#} {height + 2 * margin:0.#}");
        }
    }

    /// <summary>Errors, all on the field <c>signature</c>: <c>escort.signature-needed</c> for nothing or a mere dot, <c>escort.signature-too-long</c>, <c>escort.signature-unreadable</c>.</summary>
    public static Outcome<SignaturePath> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Problem("escort.signature-needed", "signature");
        if (text.Length > MaxLength) return new Problem("escort.signature-too-long", "signature");
        var reader = new SignatureReader(text);
        if (reader.Strokes() is not { } strokes) return new Problem("escort.signature-unreadable", "signature");
        return strokes.Exists(s => s.Distinct().Skip(1).Any()) ? new SignaturePath(strokes) : new Problem("escort.signature-needed", "signature");
    }

    public readonly record struct Point(double X, double Y);
}
