using System.Globalization;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>What few records hold: a weight, a fragment of an identity number. Drawn from a stream of its own, so that it changes nothing else about a person.</summary>
internal sealed class RareFacts(SimulationParameters parameters)
{
    private const int ShortestFragment = 4;
    private const int LongestFragment = 10;

    /// <summary>Age from which a weight is said; a child's tells nothing after a year.</summary>
    private const int Grown = 16;

    private readonly Growth _growth = new(parameters);

    /// <param name="WeightThen">Kilograms when lost; null for a child.</param>
    /// <param name="WeightNow">Kilograms when found.</param>
    internal sealed record Traits(double? WeightThen, double? WeightNow, string IdNumber);

    public Traits Draw(SimulatedPerson p, Random random)
    {
        var bmi = Math.Clamp(random.Normal(parameters.Rate("bmi-mean"), parameters.Rate("bmi-sd")), 15, 38);
        var drift = random.Normal(0, Math.Min(parameters.Rate("weight-drift-most"), parameters.Rate("weight-drift-per-year") * Math.Sqrt(p.DaysAway / 365.0)));
        // 000 is never given out, so this is nobody's number
        var id = p.Home.Code + p.Born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000" + random.Next(10).ToString(CultureInfo.InvariantCulture);
        return p.AgeAt(p.LostAt) < Grown ? new Traits(null, null, id) : new Traits(Kilograms(p, p.LostAt, bmi), Kilograms(p, p.FoundAt, bmi) * (1 + drift), id);
    }

    /// <summary>Adds to a record that is kept in fields; one that is all running words stays as it is.</summary>
    public void AddTo(CaseRecord record, Traits traits, Random random)
    {
        var station = record.Kind == RecordKind.Stranded;
        var (weight, fragment, digits) = (random.NextDouble(), random.NextDouble(), Fragment(traits.IdNumber, station, random));
        if (record.Current(FactKind.Sex).FirstOrDefault() is null) return;
        if ((station ? traits.WeightNow : traits.WeightThen) is { } kg && weight < parameters.Rate(station ? "weight-noted" : "family-weight-noted"))
        {
            var whole = (int)Math.Round(random.Normal(kg, parameters.Rate(station ? "weight-sd" : "family-weight-sd")));
            Add(record, FactKind.Weight, string.Create(CultureInfo.InvariantCulture, $"约{whole}公斤"), new NumberRange(whole, whole).ToString(), random);
        }
        if (fragment < parameters.Rate(station ? "fragment-carried" : "family-id-known")) Add(record, FactKind.IdFragment, digits, digits, random);
    }

    private string Fragment(string id, bool station, Random random)
    {
        if (!station) return id;
        var length = random.Next(ShortestFragment, LongestFragment + 1);
        var start = random.Next(id.Length - length + 1);
        var own = random.Chance(1 - parameters.Rate("fragment-foreign"));
        var foreign = string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));
        return own ? id.Substring(start, length) : foreign;
    }

    private double Kilograms(SimulatedPerson p, DateOnly day, double bmi)
    {
        var metres = _growth.HeightCm(p.Sex, p.AgeAt(day), p.Born.Year, p.HeightDeviation) / 100;
        return bmi * metres * metres;
    }

    private static void Add(CaseRecord record, FactKind kind, string words, string understood, Random random) =>
        record.Add(new Fact(SimulatedId.Next(random, record.OpenedAt), kind, words, understood, record.Kind == RecordKind.Stranded ? FactSource.Observed : FactSource.SaidByFamily, saidBy: null, recordedBy: null, record.OpenedAt, Confidence.Unsure));
}
