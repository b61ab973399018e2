using System.Collections.Concurrent;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <param name="Full">As the family writes it.</param>
/// <param name="Surname">Null for peoples who have none.</param>
/// <param name="Given">The part after the surname, or the whole.</param>
internal sealed record PersonName(string Full, string? Surname, string Given);

/// <summary>Draws names by frequency: surnames by province, given names by sex and year of birth, and the naming of the peoples.</summary>
internal sealed class Names(SimulationParameters parameters)
{
    private readonly ConcurrentDictionary<string, Weighted<string>> _surnames = new();

    public string Surname(string province, Random random) => _surnames.GetOrAdd(province, p => new Weighted<string>(parameters.Group("surname").Select(r =>
        (r.Key, parameters.Number("surname", r.Key) * (parameters.Has("surname-factor", p + "|" + r.Key) ? parameters.Number("surname-factor", p + "|" + r.Key) : 1))))).Pick(random);

    public PersonName Draw(string people, string province, Sex sex, int birthYear, Random random, string? surname = null)
    {
        var s = sex == Sex.Male ? "M" : "F";
        if (parameters.Has("name-part", people + "|1") || parameters.Has("name-part", people + "|1" + s)) return TwoPart(people, s, random);
        if (!parameters.Has("name-part", people + "|S") && parameters.Has("name-part", people + "|" + s))
            return Whole(parameters.List("name-part", people + "|" + s).Pick(random));
        surname ??= parameters.Has("name-part", people + "|S") ? parameters.List("name-part", people + "|S").Pick(random) : Surname(province, random);
        var given = parameters.Has("name-part", people + "|" + s) && random.Chance(.6) ? parameters.List("name-part", people + "|" + s).Pick(random) : Given(s, birthYear, random);
        return given.StartsWith(surname, StringComparison.Ordinal) ? Whole(given) : new PersonName(surname + given, surname, given);
    }

    public string Nickname(Sex sex, PersonName name, Random random) => parameters.List("nickname", sex == Sex.Male ? "M" : "F").Pick(random)
        .Replace("{g}", name.Given[^1..], StringComparison.Ordinal).Replace("{s}", name.Surname ?? name.Given[..1], StringComparison.Ordinal);

    private PersonName TwoPart(string people, string s, Random random)
    {
        var first = Part(people, "1", s).Pick(random);
        string second;
        do second = Part(people, "2", s).Pick(random);
        while (second == first);
        var dot = people is "维吾尔族" or "哈萨克族" ? "·" : "";
        return new PersonName(first + dot + second, null, dot.Length > 0 ? first : people == "彝族" ? second : first + second);
    }

    private Weighted<string> Part(string people, string place, string s) =>
        parameters.Has("name-part", $"{people}|{place}{s}") ? parameters.List("name-part", $"{people}|{place}{s}") : parameters.List("name-part", $"{people}|{place}");

    private string Given(string s, int birthYear, Random random)
    {
        var cohort = birthYear switch { < 1950 => "1930", < 1970 => "1950", < 1990 => "1970", < 2006 => "1990", _ => "2006" };
        var characters = parameters.Ranked("given", cohort + "|" + s);
        var last = characters.Pick(random);
        return random.Chance(parameters.Number("given-single", cohort)) ? last : characters.Pick(random) + last;
    }

    private static PersonName Whole(string name) => new(name, null, name);
}
