using System.Globalization;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Samples;

/// <summary>Twelve journeys home, at least one in every state.</summary>
internal static class Trips
{
    private static readonly TripState[] States =
    [
        TripState.Planned, TripState.Planned, TripState.Planned, TripState.UnderWay, TripState.UnderWay, TripState.UnderWay,
        TripState.HandedOver, TripState.HandedOver, TripState.Returned, TripState.Returned, TripState.Cancelled, TripState.WrongPerson,
    ];

    private static readonly string[] Notes = ["早晚各服降压药一次", "癫痫病史，随身带药", "行动不便，需轮椅", "情绪易激动，避免拥挤", "无特殊"];

    public static IEnumerable<JsonObject> Make(SampleBook book)
    {
        var random = new Random(88);
        var pairs = book.Population.TruePairs.Where(t => t.Stratum is "named" or "heard" && Home(book, t) is not null).Take(States.Length).ToList();
        for (var i = 0; i < States.Length; i++) yield return One(book, pairs[i], States[i], i, random);
    }

    private static JsonObject One(SampleBook book, TruePair pair, TripState state, int i, Random random)
    {
        var person = book.Persons[pair.PersonId];
        var home = Home(book, pair)!;
        var found = SampleBook.First(person, FactKind.FoundPlace)!;
        var departs = new DateTimeOffset(2026, 6, 10, 7, 30, 0, TimeSpan.FromHours(8)).AddDays(state == TripState.Planned ? 20 + i : i);
        var half = departs.AddHours(random.Next(5, 12));
        var arrives = half.AddHours(random.Next(2, 6));
        var done = state is TripState.HandedOver or TripState.Returned or TripState.WrongPerson;
        var json = new JsonObject
        {
            ["source_id"] = string.Create(CultureInfo.InvariantCulture, $"T-{i + 1:0000}"), ["person"] = book.SourceOf(pair.PersonId), ["report"] = book.SourceOf(pair.ReportId), ["state"] = state.ToString(),
            ["organisation"] = SampleOrganisations.For(OrganisationKind.Station, person.District).ToString(), ["medical_notes"] = Notes[i % Notes.Length],
            ["legs"] = new JsonArray(
                Leg(1, Town(found), Town(home), Transport.Train, string.Create(CultureInfo.InvariantCulture, $"K{random.Next(100, 999)}"), departs, half),
                Leg(2, Town(home), home, i % 2 == 0 ? Transport.Coach : Transport.Car, null, half.AddMinutes(40), arrives)),
            ["escorts"] = new JsonArray(new JsonObject { ["name"] = "护送员甲" + (i + 1), ["duty"] = "带队" }, new JsonObject { ["name"] = "护送员乙" + (i + 1), ["duty"] = "照护" }),
        };
        var checks = new JsonArray();
        for (var due = departs.AddHours(3); due < arrives; due = due.AddHours(4))
            checks.Add(new JsonObject { ["due_at"] = Iso(due), ["done_at"] = done || (state == TripState.UnderWay && checks.Count == 0) ? Iso(due.AddMinutes(-6)) : null });
        json["check_ins"] = checks;
        json["events"] = Events(state, i, departs, arrives);
        if (done) json["hand_over"] = HandOver(book, pair, i, arrives, home);
        return json;
    }

    private static JsonArray Events(TripState state, int i, DateTimeOffset departs, DateTimeOffset arrives)
    {
        var events = new JsonArray();
        void Add(TripEventKind kind, DateTimeOffset at, string? text = null) => events.Add(new JsonObject { ["kind"] = kind.ToString(), ["at"] = Iso(at), ["text"] = text });
        if (state == TripState.Cancelled) Add(TripEventKind.Cancelled, departs.AddDays(-1), "家属要求改期，行程取消");
        if (state is TripState.Planned or TripState.Cancelled) return events;
        Add(TripEventKind.Departed, departs);
        Add(TripEventKind.CheckedIn, departs.AddHours(3).AddMinutes(-6), "一切正常");
        if (i % 3 == 1) Add(TripEventKind.Incident, departs.AddHours(4), "列车晚点一小时，情绪稳定");
        if (state == TripState.UnderWay) return events;
        Add(TripEventKind.HandedOver, arrives);
        if (state == TripState.Returned) Add(TripEventKind.Returned, arrives.AddDays(1));
        if (state == TripState.WrongPerson) Add(TripEventKind.WrongPerson, arrives.AddDays(3), "家属辨认后称不是本人，公安复核中");
        return events;
    }

    private static JsonObject HandOver(SampleBook book, TruePair pair, int i, DateTimeOffset at, string place) => new()
    {
        ["receiver"] = "接收人" + (i + 1), ["relation"] = SampleBook.First(book.Reports[pair.ReportId], FactKind.ReporterRelation) ?? "亲属", ["id_checked"] = true, ["id_kind"] = "居民身份证", ["id_last_four"] = "000X",
        ["signature_svg"] = string.Create(CultureInfo.InvariantCulture, $"M10 {40 + i}L30 22L50 52L70 {30 + i}L95 20L120 24L150 45"),
        ["signed_for"] = i % 4 == 3, ["witness"] = i % 4 == 3 ? "村组长" + (i + 1) : null, ["at"] = Iso(at), ["place"] = place,
    };

    private static JsonObject Leg(int order, string from, string to, Transport by, string? number, DateTimeOffset departs, DateTimeOffset arrives) => new()
    {
        ["order"] = order, ["from"] = from, ["to"] = to, ["transport"] = by.ToString(), ["number"] = number, ["departs_at"] = Iso(departs), ["arrives_at"] = Iso(arrives),
    };

    private static string? Home(SampleBook book, TruePair pair) => SampleBook.First(book.Reports[pair.ReportId], FactKind.HomePlace);

    /// <summary>The place down to its first city or prefecture, where trains stop.</summary>
    private static string Town(string place)
    {
        var at = place.IndexOf('市', StringComparison.Ordinal);
        if (at < 0) at = place.IndexOfAny(['州', '盟']);
        return at < 0 ? place : place[..(at + 1)];
    }

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
