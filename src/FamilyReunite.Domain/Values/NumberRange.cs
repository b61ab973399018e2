using System.Globalization;

namespace FamilyReunite.Domain.Values;

/// <summary>A closed range with <c>Low ≤ High</c>; the unit follows from the fact's kind (years, cm, kg). Canonical text: <c>60..65</c>.</summary>
public readonly record struct NumberRange
{
    public NumberRange(double low, double high) => (Low, High) = low <= high ? (low, high) : (high, low);

    public double Low { get; }

    public double High { get; }

    public double Middle => (Low + High) / 2;

    public static bool TryParse(string? text, out NumberRange range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var parts = text.Split("..", 2);
        if (!Read(parts[0], out var low)) return false;
        var high = low;
        if (parts.Length == 2 && !Read(parts[1], out high)) return false;
        range = new NumberRange(low, high);
        return true;

        static bool Read(string part, out double value) =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>How far apart two ranges lie; 0 when they touch.</summary>
    public double GapTo(NumberRange other) => Math.Max(0, Math.Max(other.Low - High, Low - other.High));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:0.##}..{High:0.##}");
}
