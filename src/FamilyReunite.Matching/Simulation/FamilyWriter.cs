using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Writes the report of a family about the person as they knew them.</summary>
internal sealed class FamilyWriter(SimulationParameters parameters)
{
    private readonly Growth _growth = new(parameters);
    private readonly Body _body = new(parameters);

    public List<Draft> Describe(SimulatedPerson p, Random random)
    {
        var facts = new List<Draft> { Told(FactKind.Name, p.Name.Full), Told(FactKind.Sex, p.Sex == Sex.Male ? "男" : "女", p.Sex == Sex.Male ? "M" : "F") };
        if (random.Chance(.35)) facts.Add(Told(FactKind.OtherName, p.Nickname));
        Birth(facts, p, random);
        if (random.Chance(parameters.Rate("family-height-noted")))
        {
            var cm = random.Normal(_growth.HeightCm(p.Sex, p.AgeAt(p.LostAt), p.Born.Year, p.HeightDeviation), parameters.Rate("family-height-sd"));
            var (words, range) = Figures.Height(cm, measured: false, random);
            facts.Add(Told(FactKind.Height, words, range));
        }
        Home(facts, p, random);
        Lost(facts, p, random);
        Looks(facts, p, random);
        foreach (var member in p.Family.Where(_ => random.Chance(.5)).Take(4)) facts.Add(Told(FactKind.Family, Kinship.Words(member, named: true, n => n)));
        if (p.People != "汉族" && random.Chance(.75)) facts.Add(Told(FactKind.Ethnicity, p.People));
        if (random.Chance(.4)) facts.Add(Told(FactKind.Accent, parameters.List("accent", p.Home.ProvinceCode).Pick(random)));
        if (random.Chance(.12)) facts.Add(Told(FactKind.Food, p.Food));
        if (random.Chance(.15)) facts.Add(Told(FactKind.Terrain, p.Terrain));
        facts.Add(Told(FactKind.ReporterRelation, parameters.List("reporter", p.AgeAt(p.LostAt) switch { < 18 => "child", < 55 => "adult", _ => "old" }).Pick(random)));
        return facts;
    }

    private void Birth(List<Draft> facts, SimulatedPerson p, Random random)
    {
        var born = random.Chance(parameters.Rate("family-birth-wrong")) ? p.Born.AddDays(random.Next(-800, 800)) : p.Born;
        if (random.Chance(parameters.Rate("family-birth-exact")))
        {
            var (words, understood) = random.Chance(parameters.Rate("family-birth-lunar")) ? Figures.Lunar(born) : Figures.Day(born);
            facts.Add(Told(FactKind.BirthDate, words, understood));
        }
        else if (p.LostAt.Year < 2018 || random.Chance(.5))
        {
            var (words, understood) = Figures.YearOnly(born.Year);
            facts.Add(Told(FactKind.BirthDate, words, understood));
        }
        else
        {
            var (words, range) = Figures.Age(p.AgeAt(p.LostAt), random);
            facts.Add(Told(FactKind.Age, words, range));
        }
    }

    private void Home(List<Draft> facts, SimulatedPerson p, Random random)
    {
        var words = p.Home.FullName + (parameters.List("home-level", "reported").Pick(random) == "village" ? p.Town + p.Village : "");
        facts.Add(Told(FactKind.HomePlace, words, random.Chance(parameters.Rate("report-code-given")) ? p.Home.Code : null));
    }

    private void Lost(List<Draft> facts, SimulatedPerson p, Random random)
    {
        var lost = random.Chance(parameters.Rate("missing-date-wrong")) ? p.LostAt.AddDays(-random.Next(1, Math.Max(2, p.DaysAway / 8))) : p.LostAt;
        var (words, understood) = p.DaysAway > 3650 && random.Chance(.4) ? Figures.YearOnly(lost.Year) : Figures.Day(lost);
        facts.Add(Told(FactKind.MissingAt, words, understood));
        facts.Add(Told(FactKind.MissingPlace, p.LostIn.FullName, random.Chance(parameters.Rate("report-code-given")) ? p.LostIn.Code : null));
        if (random.Chance(.7)) facts.Add(Told(FactKind.Circumstances, parameters.List("circumstance", p.Kind).Pick(random)));
    }

    private void Looks(List<Draft> facts, SimulatedPerson p, Random random)
    {
        if (random.Chance(.4)) facts.Add(Told(FactKind.Build, p.Build));
        if (random.Chance(.4)) facts.Add(Told(FactKind.Hair, p.Hair));
        foreach (var mark in p.Marks)
        {
            if (random.Chance(parameters.Rate("family-mark-noted"))) facts.Add(Told(FactKind.Mark, _body.Words(mark, random)));
        }
        if (random.Chance(parameters.Rate("condition-noted"))) facts.Add(Told(p.Kind is "mental" or "intellectual" or "elder" ? FactKind.Mind : FactKind.Health, parameters.List("condition", p.Kind).Pick(random)));
        if (!random.Chance(.55)) return;
        facts.Add(Told(FactKind.Upper, p.Worn.Upper));
        facts.Add(Told(FactKind.Lower, p.Worn.Lower));
        if (random.Chance(.5)) facts.Add(Told(FactKind.Shoes, p.Worn.Shoes));
        if (p.Worn.Hat is { } hat) facts.Add(Told(FactKind.Hat, hat));
        if (p.Worn.Belonging is { } thing && random.Chance(.5)) facts.Add(Told(FactKind.Belonging, thing));
    }

    private static Draft Told(FactKind kind, string words, string? understood = null) => new(kind, words, understood, FactSource.SaidByFamily);
}
