using System.Globalization;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>What the person says about name, home and family, as far as the stratum lets them.</summary>
internal sealed class Statements(SimulationParameters parameters)
{
    private readonly Listener _listener = new(parameters);
    private readonly Names _names = new(parameters);
    private readonly Places _places = new(parameters);

    public void Add(List<Draft> facts, SimulatedPerson p, string stratum, double seenAge, Random random)
    {
        if (stratum == "text-only") stratum = random.Pick(["named", "heard", "no-name"]);
        switch (stratum)
        {
            case "named":
                facts.Add(Said(FactKind.Name, Stated(p, random)));
                Home(facts, p, written: true, random);
                break;
            case "heard":
                facts.Add(Said(FactKind.NameHeard, _listener.Hear(random.Chance(.8) ? p.Name.Full : p.Nickname, p.Home.Area, random)));
                Home(facts, p, written: false, random);
                break;
            case "child-then-adult":
                if (random.Chance(.55)) facts.Add(Said(FactKind.NameHeard, _listener.Hear(random.Chance(.6) ? p.Nickname : p.Name.Given, p.Home.Area, random)));
                if (random.Chance(.35)) facts.Add(Said(FactKind.HomeHeard, _listener.Hear(p.Village, p.Home.Area, random)));
                facts.Add(Said(FactKind.Terrain, p.Terrain));
                facts.Add(Said(FactKind.FreeText, string.Create(CultureInfo.InvariantCulture, $"自述大约{Math.Max(2, (int)random.Normal(p.AgeAt(p.LostAt), 1.2))}岁时与家人分开，由别人养大")));
                Family(facts, p, random);
                break;
            case "contradictory":
                Contradict(facts, p, seenAge, random);
                break;
            default:
                if (random.Chance(.45)) Home(facts, p, written: false, random);
                break;
        }
        Tongue(facts, p, random);
        if (stratum is "named" or "heard" && random.Chance(parameters.Rate("family-named"))) Family(facts, p, random);
        if (random.Chance(parameters.Rate("food-said"))) facts.Add(Said(FactKind.Food, p.Food));
        if (stratum != "child-then-adult" && random.Chance(parameters.Rate("terrain-said"))) facts.Add(Said(FactKind.Terrain, p.Terrain));
        if (p.Word is { } word && p.Kind != "deaf-mute" && random.Chance(parameters.Rate("word-noted"))) facts.Add(Said(FactKind.DialectWord, word));
    }

    private string Stated(SimulatedPerson p, Random random)
    {
        var u = random.NextDouble();
        if ((u -= parameters.Rate("name-correct")) < 0) return p.Name.Full;
        if ((u -= parameters.Rate("name-nickname")) < 0) return p.Nickname;
        if (u - parameters.Rate("name-wrong") < 0) return _names.Draw(p.People, p.Home.ProvinceCode, p.Sex, p.Born.Year, random).Full;
        var full = p.Name.Full.ToCharArray();
        var at = full.Length - 1 - random.Next(Math.Min(2, full.Length));
        full[at] = Listener.Homophone(full[at], random);
        return new string(full);
    }

    private void Home(List<Draft> facts, SimulatedPerson p, bool written, Random random)
    {
        if (!random.Chance(parameters.Rate("home-said"))) return;
        var wrong = random.Chance(parameters.Rate("home-wrong"));
        var county = wrong ? _places.Home(random) : p.Home;
        var (town, village) = wrong ? _places.Below(county, random) : (p.Town, p.Village);
        var level = parameters.List("home-level", "said").Pick(random);
        if (!written)
        {
            var heard = level switch { "province" => county.Province, "prefecture" => county.Prefecture.Length > 0 ? county.Prefecture : county.Name, "county" => county.Name, _ => random.Chance(.5) ? county.Name + village : village };
            facts.Add(level == "province" ? Said(FactKind.HomePlace, heard) : Said(FactKind.HomeHeard, _listener.Hear(heard, p.Home.Area, random)));
            return;
        }
        var (words, code) = level switch
        {
            "province" => (county.Province, county.ProvinceCode),
            "prefecture" => (county.Province + county.Prefecture, county.Prefecture.Length > 0 ? county.Code[..4] : county.ProvinceCode),
            "county" => (county.FullName, county.Code),
            _ => (county.FullName + town + village, county.Code),
        };
        facts.Add(Said(FactKind.HomePlace, words, random.Chance(parameters.Rate("home-coded")) ? code : null));
    }

    private void Contradict(List<Draft> facts, SimulatedPerson p, double seenAge, Random random)
    {
        var names = new[] { Stated(p, random), _names.Draw("汉族", p.Home.ProvinceCode, p.Sex, p.Born.Year, random).Full };
        random.Shuffle(names);
        foreach (var name in names) facts.Add(Said(FactKind.Name, name) with { Confidence = Confidence.Doubtful });
        var homes = new[] { p.Home, _places.Home(random) };
        random.Shuffle(homes);
        foreach (var home in homes) facts.Add(Said(FactKind.HomePlace, random.Chance(.5) ? home.Province : home.FullName) with { Confidence = Confidence.Doubtful });
        var (words, range) = Figures.Age(Math.Max(3, seenAge + (random.Chance(.5) ? 1 : -1) * random.Next(8, 20)), random);
        facts.Add(Said(FactKind.Age, words, range) with { Confidence = Confidence.Doubtful });
    }

    private void Tongue(List<Draft> facts, SimulatedPerson p, Random random)
    {
        if (p.Kind == "deaf-mute") return;
        if (p.People != "汉族" && random.Chance(parameters.Rate("people-said")))
        {
            facts.Add(new(FactKind.Ethnicity, random.Chance(.4) ? "疑似" + p.People : p.People));
            if (parameters.Has("people-language", p.People)) facts.Add(new(FactKind.Language, parameters.Text("people-language", p.People)));
        }
        if (!random.Chance(parameters.Rate("accent-noted"))) return;
        var from = random.Chance(parameters.Rate("accent-wrong")) ? parameters.Keys("population").Pick(random) : p.Home.ProvinceCode;
        facts.Add(new(FactKind.Accent, parameters.List("accent", from).Pick(random)));
    }

    private void Family(List<Draft> facts, SimulatedPerson p, Random random)
    {
        foreach (var member in p.Family.Where(_ => random.Chance(.4)).Take(3))
            facts.Add(Said(FactKind.Family, Kinship.Words(member, named: random.Chance(.6), n => _listener.Hear(n, p.Home.Area, random))));
    }

    private static Draft Said(FactKind kind, string words, string? understood = null) => new(kind, words, understood, FactSource.SaidByPerson);
}
