using System.Globalization;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Web.Pages.Pictures;

/// <summary>The form that points something out, as the browser sends it: the place in per cent of the upright picture.</summary>
public sealed class MarkInput
{
    /// <summary>Chosen in the list of kinds for text that can be read.</summary>
    public const string Text = "Text";

    /// <summary>UUIDv7 of the statement that this becomes.</summary>
    public Guid FactId { get; set; }

    /// <summary>A <see cref="MarkKind"/> or <see cref="Text"/>.</summary>
    public string? What { get; set; }

    public BodyPart Part { get; set; }

    public BodySide Side { get; set; }

    public bool Mirrored { get; set; }

    public string? Words { get; set; }

    public string? Left { get; set; }

    public string? Top { get; set; }

    public string? Width { get; set; }

    public string? Height { get; set; }

    public NewPictureMark ToMark(Guid writeId, Guid attachmentId) => new(
        writeId, FactId, new PictureRegion(attachmentId, Share(Left), Share(Top), Share(Width), Share(Height)),
        Enum.TryParse<MarkKind>(What, out var kind) && Enum.IsDefined(kind) ? kind : null, Part, Side, Mirrored, Words);

    /// <summary>What cannot be read is outside every picture.</summary>
    private static double Share(string? percent) => double.TryParse((percent ?? "").Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value / 100 : -1;
}
