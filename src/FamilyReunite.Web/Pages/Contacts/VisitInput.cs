using System.Globalization;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Contacts;

/// <summary>One meeting on the street as the browser sends it.</summary>
public sealed class VisitInput
{
    public Guid VisitId { get; set; }

    public string? At { get; set; }

    public string? Place { get; set; }

    public string? State { get; set; }

    public string? Supplies { get; set; }

    public bool WantsToCome { get; set; }

    public DateOnly? NextVisit { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public FieldVisit ToVisit(Guid visitId, StationTime time) => new(
        visitId, time.Read(At) ?? time.Now, (Place ?? "").Trim(), Degrees(Latitude, 90), Degrees(Longitude, 180), (State ?? "").Trim(), (Supplies ?? "").Trim(), WantsToCome, NextVisit, null);

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value : null;
}
