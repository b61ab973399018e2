namespace FamilyReunite.Domain.Values;

public enum DivisionLevel { None = 0, Province = 2, Prefecture = 4, County = 6, Town = 9, Village = 12 }

/// <summary>An administrative division code without trailing zero levels: 2 digits a province, 4 a prefecture, 6 a county, 9 a town, 12 a village.</summary>
public readonly record struct DivisionCode
{
    private DivisionCode(string digits) => Digits = digits;

    public string Digits { get; }

    public bool IsEmpty => string.IsNullOrEmpty(Digits);

    public DivisionLevel Level => (DivisionLevel)(Digits?.Length ?? 0);

    /// <summary>Reads 2, 4, 6, 9 or 12 digits; zero levels at the end are cut (<c>510000</c> is the province <c>51</c>).</summary>
    public static bool TryParse(string? text, out DivisionCode code)
    {
        code = default;
        var t = text?.Trim() ?? "";
        if (t.Length is not (2 or 4 or 6 or 9 or 12) || t.Any(ch => ch is < '0' or > '9')) return false;
        if (t.Length == 12 && t.EndsWith("000", StringComparison.Ordinal)) t = t[..9];
        if (t.Length == 9 && t.EndsWith("000", StringComparison.Ordinal)) t = t[..6];
        if (t.Length == 6 && t.EndsWith("00", StringComparison.Ordinal)) t = t[..4];
        if (t.Length == 4 && t.EndsWith("00", StringComparison.Ordinal)) t = t[..2];
        code = new DivisionCode(t);
        return t != "00";
    }

    /// <summary>The same place at a shallower level; itself when it is not deeper than that.</summary>
    public DivisionCode At(DivisionLevel level) => (int)level >= (Digits?.Length ?? 0) ? this : new DivisionCode(Digits![..(int)level]);

    /// <summary>True when <paramref name="other"/> is this division or lies inside it.</summary>
    public bool Contains(DivisionCode other) => !IsEmpty && other.Digits is { } o && o.StartsWith(Digits, StringComparison.Ordinal);

    public override string ToString() => Digits ?? "";
}
