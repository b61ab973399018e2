namespace FamilyReunite.Web.Pages.Homes;

/// <summary>Albers' equal-area conic projection as atlases of China use it (standard parallels 25° and 47° north, middle meridian 105° east), on a sphere of radius 1.</summary>
internal static class MapProjection
{
    private const double Meridian = 105 * Math.PI / 180;
    private static readonly double North = Math.Sin(47 * Math.PI / 180), South = Math.Sin(25 * Math.PI / 180);
    private static readonly double N = (South + North) / 2;
    private static readonly double C = (1 - South * South) + 2 * N * South;

    /// <summary>East and north of a longitude and latitude in degrees.</summary>
    public static (double X, double Y) Of((double Longitude, double Latitude) at)
    {
        var (angle, radius) = (N * (at.Longitude * Math.PI / 180 - Meridian), Math.Sqrt(C - 2 * N * Math.Sin(at.Latitude * Math.PI / 180)) / N);
        return (radius * Math.Sin(angle), -radius * Math.Cos(angle));
    }
}
