using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Writes down what a station sees of a person and hears from them.</summary>
internal sealed class StationWriter(SimulationParameters parameters)
{
    private readonly Growth _growth = new(parameters);
    private readonly Body _body = new(parameters);
    private readonly Clothing _clothing = new(parameters);
    private readonly Statements _statements = new(parameters);

    public List<Draft> Describe(SimulatedPerson p, string stratum, Random random)
    {
        var facts = new List<Draft> { random.Chance(parameters.Rate("sex-unseen")) ? new(FactKind.Sex, "看不出") : new(FactKind.Sex, p.Sex == Sex.Male ? "男" : "女", p.Sex == Sex.Male ? "M" : "F") };
        var age = p.AgeAt(p.FoundAt);
        var seen = random.Normal(age, parameters.Rate("age-sd-least") + age * parameters.Rate("age-sd-per-year"));
        if (random.Chance(parameters.Rate("age-noted")) || stratum == "nothing") Age(facts, seen, FactSource.Observed, random);
        Height(facts, p, age, random);
        var (day, understood) = Figures.Day(p.FoundAt);
        facts.Add(new(FactKind.FoundAt, day, understood));
        facts.Add(new(FactKind.FoundPlace, p.FoundIn.FullName + parameters.List("found-spot").Pick(random), p.FoundIn.Code));
        if (stratum == "nothing")
        {
            if (random.Chance(.5)) facts.Add(new(FactKind.LanguageAbility, "不能交流，无任何身份信息"));
            return facts;
        }
        Looks(facts, p, random);
        _statements.Add(facts, p, stratum, seen, random);
        return facts;
    }

    private void Height(List<Draft> facts, SimulatedPerson p, double age, Random random)
    {
        if (!random.Chance(parameters.Rate("height-noted"))) return;
        var measured = random.Chance(parameters.Rate("height-measured"));
        var cm = random.Normal(_growth.HeightCm(p.Sex, age, p.Born.Year, p.HeightDeviation), parameters.Rate(measured ? "height-measured-sd" : "height-estimate-sd"));
        var (words, range) = Figures.Height(cm, measured, random);
        facts.Add(new(FactKind.Height, words, range, FactSource.Observed, measured ? Confidence.Certain : Confidence.Unsure));
    }

    private void Looks(List<Draft> facts, SimulatedPerson p, Random random)
    {
        if (random.Chance(.6)) facts.Add(new(FactKind.Build, random.Chance(.7) ? p.Build : parameters.List("build").Pick(random)));
        if (random.Chance(.5)) facts.Add(new(FactKind.Hair, p.DaysAway < 60 ? p.Hair : parameters.List("hair", p.Sex == Sex.Male ? "M" : "F").Pick(random)));
        foreach (var mark in p.Marks.Concat(p.LaterMarks))
        {
            if (random.Chance(parameters.Rate("mark-noted"))) facts.Add(new(FactKind.Mark, _body.Words(mark, random)));
        }
        if (random.Chance(parameters.Rate("mark-false"))) facts.Add(new(FactKind.Mark, _body.Words(_body.Draw(random), random)));
        var worn = _clothing.After(p.Worn, p.DaysAway, p.FoundAt, random);
        if (random.Chance(parameters.Rate("clothes-noted")))
        {
            facts.Add(new(FactKind.Upper, worn.Upper));
            if (random.Chance(.85)) facts.Add(new(FactKind.Lower, worn.Lower));
            if (random.Chance(.5)) facts.Add(new(FactKind.Shoes, worn.Shoes));
            if (worn.Hat is { } hat) facts.Add(new(FactKind.Hat, hat));
        }
        if (worn.Belonging is { } thing && random.Chance(parameters.Rate("belonging-noted") * 2)) facts.Add(new(FactKind.Belonging, thing));
        if (random.Chance(parameters.Rate("condition-noted"))) facts.Add(new(p.Kind is "mental" or "intellectual" or "elder" ? FactKind.Mind : FactKind.Health, parameters.List("condition", p.Kind).Pick(random)));
        if (random.Chance(.6)) facts.Add(new(FactKind.LanguageAbility, parameters.List("speech", p.Kind).Pick(random)));
    }

    private void Age(List<Draft> facts, double age, FactSource source, Random random)
    {
        if (random.Chance(parameters.Rate("age-gross-error"))) age += (random.Chance(.5) ? 1 : -1) * parameters.Rate("age-gross-years") * random.NextDouble();
        var (words, range) = Figures.Age(Math.Max(1, age), random);
        facts.Add(new(FactKind.Age, words, range, source, Confidence.Unsure));
    }
}
