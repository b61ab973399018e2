namespace FamilyReunite.Clues.Places;

internal static class Distance
{
    /// <summary>Great-circle distance of two points given as longitude and latitude in degrees.</summary>
    public static double Km((double Longitude, double Latitude) a, (double Longitude, double Latitude) b)
    {
        const double Radius = 6371;
        var (lat1, lat2) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var h = Math.Pow(Math.Sin((lat2 - lat1) / 2), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2), 2);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
