using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Draws people who are lost and found.</summary>
internal sealed class PersonMaker(SimulationParameters parameters)
{
    /// <summary>Nobody is found after this day.</summary>
    public static readonly DateOnly LastDay = new(2026, 5, 31);

    private const int DaysOfArrivals = 1200;

    private readonly Places _places = new(parameters);
    private readonly Names _names = new(parameters);
    private readonly Body _body = new(parameters);
    private readonly Clothing _clothing = new(parameters);

    public SimulatedPerson Draw(Random random, string? kind = null)
    {
        kind ??= parameters.Keys("kind").Pick(random);
        var sex = random.Chance(parameters.Number("kind-male", kind)) ? Sex.Male : Sex.Female;
        var found = LastDay.AddDays(-(int)(DaysOfArrivals * random.NextDouble() * random.NextDouble()));
        var gap = random.Within(parameters.Text("gap", parameters.List("kind-gap", kind).Pick(random)));
        var lost = found.AddDays(-gap);
        var age = random.Within(parameters.Text("kind-age", kind));
        var born = lost.AddDays(-(int)(365.2425 * age) - random.Next(365));
        if (found.DayNumber - born.DayNumber > 36000) (lost, born) = (found.AddDays(-random.Next(1, 400)), found.AddDays(-random.Next(26000, 33000)));

        var province = parameters.Keys("population").Pick(random);
        var people = People(province, random);
        var home = people == "汉族" ? Places.In(province, random) : _places.HomeOf(people, province, random);
        var name = _names.Draw(people, home.ProvinceCode, sex, born.Year, random);
        var (town, village) = _places.Below(home, random);
        var marks = _body.Marks(random);
        return new SimulatedPerson
        {
            Kind = kind, Sex = sex, Born = born, People = people, Name = name, Nickname = _names.Nickname(sex, name, random),
            Home = home, Town = town, Village = village,
            HeightDeviation = random.Normal(0, 1), Build = parameters.List("build").Pick(random), Hair = parameters.List("hair", sex == Sex.Male ? "M" : "F").Pick(random),
            Food = OfHome("food", home, random), Terrain = OfHome("terrain", home, random), Word = parameters.Has("word-home", home.ProvinceCode) ? parameters.List("word-home", home.ProvinceCode).Pick(random) : null,
            Marks = marks, LaterMarks = _body.LaterMarks(gap, marks, random), Family = Family(people, home.ProvinceCode, name, born.Year, age, random),
            Worn = _clothing.Draw(lost, random), LostAt = lost, LostIn = random.Chance(.7) ? home : _places.FoundBy(home, random),
            FoundAt = found, FoundIn = _places.FoundBy(home, random),
        };
    }

    /// <summary>Mostly what is usual in the home province, else what is said anywhere.</summary>
    private string OfHome(string group, County home, Random random) =>
        parameters.Has(group + "-home", home.ProvinceCode) && random.Chance(parameters.Rate(group + "-of-home")) ? parameters.List(group + "-home", home.ProvinceCode).Pick(random) : parameters.List(group).Pick(random);

    private string People(string province, Random random)
    {
        var u = random.NextDouble();
        foreach (var (key, _) in parameters.Group("people"))
        {
            if (!key.StartsWith(province + "|", StringComparison.Ordinal)) continue;
            u -= parameters.Number("people", key);
            if (u < 0) return key[3..];
        }
        return "汉族";
    }

    private List<FamilyMember> Family(string people, string province, PersonName name, int birthYear, int age, Random random)
    {
        var family = new List<FamilyMember>
        {
            new(Relation.Father, _names.Draw(people, province, Sex.Male, birthYear - 27, random, name.Surname).Full),
            new(Relation.Mother, _names.Draw(people, province, Sex.Female, birthYear - 25, random).Full),
        };
        foreach (var relation in (Relation[])[Relation.ElderBrother, Relation.YoungerBrother, Relation.ElderSister, Relation.YoungerSister])
        {
            var count = birthYear < 1985 ? random.Next(-1, 3) : random.Chance(.25) ? 1 : 0;
            if (count <= 0) continue;
            var sex = relation is Relation.ElderBrother or Relation.YoungerBrother ? Sex.Male : Sex.Female;
            family.Add(new(relation, _names.Draw(people, province, sex, birthYear, random, name.Surname).Full, count));
        }
        if (age >= 26) Children(family, people, province, name, birthYear, random);
        return name.Full.IndexOf('·', StringComparison.Ordinal) is var dot and > 0 ? [.. family.Select(m => AfterFather(m, name.Full[..dot], name.Full[(dot + 1)..]))] : family;
    }

    private void Children(List<FamilyMember> family, string people, string province, PersonName name, int birthYear, Random random)
    {
        if (random.Chance(.7)) family.Add(new(Relation.Son, _names.Draw(people, province, Sex.Male, birthYear + 27, random, name.Surname).Full, random.Next(1, 4)));
        if (random.Chance(.6)) family.Add(new(Relation.Daughter, _names.Draw(people, province, Sex.Female, birthYear + 27, random, name.Surname).Full, random.Next(1, 3)));
    }

    /// <summary>Where the second part is the father's name, siblings share it and children carry the person's own.</summary>
    private static FamilyMember AfterFather(FamilyMember member, string own, string father)
    {
        var first = member.Name!.Split('·')[0];
        return member.Relation switch
        {
            Relation.Mother => member,
            Relation.Father => member with { Name = father + "·" + member.Name.Split('·')[^1] },
            Relation.Son or Relation.Daughter => member with { Name = first + "·" + own },
            _ => member with { Name = first + "·" + father },
        };
    }
}
