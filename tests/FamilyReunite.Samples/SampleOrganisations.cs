using System.Text.Json.Nodes;
using FamilyReunite.Domain.People;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Samples;

/// <summary>Three invented stations and three invented police units, one of each in three provinces.</summary>
internal static class SampleOrganisations
{
    private static readonly DateTimeOffset Since = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Station, string Police, string District)[] Rows =
    [
        ("粤州示范救助管理站", "粤州示范公安联络组", "44"),
        ("浙州示范救助管理站", "浙州示范公安联络组", "33"),
        ("秦州示范救助管理站", "秦州示范公安联络组", "61"),
    ];

    public static IEnumerable<JsonObject> All => Rows.SelectMany((r, i) => (JsonObject[])[
        One(OrganisationKind.Station, r.Station, r.District, $"000-0000100{i}"), One(OrganisationKind.Police, r.Police, r.District, $"000-0000200{i}")]);

    /// <summary>South, east or the rest: which of the three is nearest to a province.</summary>
    public static Guid For(OrganisationKind kind, string district)
    {
        var i = district[..2] switch { "44" or "45" or "46" or "35" or "43" or "36" or "52" or "53" => 0, "31" or "32" or "33" or "34" or "37" or "42" => 1, _ => 2 };
        return Id(kind == OrganisationKind.Station ? Rows[i].Station : Rows[i].Police);
    }

    private static JsonObject One(OrganisationKind kind, string name, string district, string telephone) => new()
    {
        ["id"] = Id(name).ToString(), ["kind"] = kind.ToString(), ["name"] = name, ["district"] = district, ["telephone"] = telephone, ["time_zone"] = "Asia/Shanghai",
    };

    private static Guid Id(string name) => SimulatedId.Named(name, Since);
}
