using System.Globalization;

namespace FamilyReunite.Domain.Values;

/// <summary>A rectangle on a picture, in shares of the upright picture's width and height: 0 to 1 from the left and from the top. Canonical text: <c>id|0.1|0.25|0.2|0.1</c>.</summary>
/// <param name="AttachmentId">The photo.</param>
public sealed record PictureRegion(Guid AttachmentId, double Left, double Top, double Width, double Height)
{
    /// <summary>The smallest share of a side: smaller cannot be seen, nor was it meant.</summary>
    public const double Smallest = 0.005;

    /// <summary>Of the canonical text.</summary>
    public const int MaxLength = 80;

    private const double Rounding = 1e-4;

    /// <summary>Inside the picture and large enough to be seen.</summary>
    public bool IsWithin => AttachmentId != Guid.Empty && Left >= 0 && Top >= 0 && Width >= Smallest && Height >= Smallest && Left + Width <= 1 + Rounding && Top + Height <= 1 + Rounding;

    public static bool TryParse(string? text, out PictureRegion region)
    {
        region = new PictureRegion(Guid.Empty, 0, 0, 0, 0);
        if ((text ?? "").Split('|') is not [var id, var left, var top, var width, var height] || !Guid.TryParse(id, out var attachment)) return false;
        if (!Share(left, out var l) || !Share(top, out var t) || !Share(width, out var w) || !Share(height, out var h)) return false;
        region = new PictureRegion(attachment, l, t, w, h);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AttachmentId:D}|{Left:0.####}|{Top:0.####}|{Width:0.####}|{Height:0.####}");

    private static bool Share(string text, out double value) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 1;
}
