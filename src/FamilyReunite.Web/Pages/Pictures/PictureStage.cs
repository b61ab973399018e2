using System.Globalization;
using FamilyReunite.Casework.Pictures;

namespace FamilyReunite.Web.Pages.Pictures;

/// <summary>A picture that can be enlarged, turned and pointed at.</summary>
/// <param name="Id">Of the element; unique on the page.</param>
/// <param name="Name">Whose picture, as the page calls the person.</param>
public sealed record PictureStage(PictureView View, string Id, string Name)
{
    /// <summary>In pixels of the upright picture; a square where the file did not say.</summary>
    public int Width => View.Photo.Width ?? 1000;

    /// <inheritdoc cref="Width"/>
    public int Height => View.Photo.Height ?? 1000;

    /// <summary>Size of a mark's number, in pixels of the picture.</summary>
    public int Letter => Math.Max(1, Math.Max(Width, Height) / 28);

    /// <summary>A share of a side in pixels, as SVG reads it.</summary>
    public static string Pixels(double share, int side) => (share * side).ToString("0.#", CultureInfo.InvariantCulture);
}
