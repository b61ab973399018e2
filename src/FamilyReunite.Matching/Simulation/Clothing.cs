namespace FamilyReunite.Matching.Simulation;

/// <summary>Clothes by season.</summary>
internal sealed class Clothing(SimulationParameters parameters)
{
    public Outfit Draw(DateOnly day, Random random)
    {
        var season = day.Month switch { 12 or 1 or 2 => "winter", >= 6 and <= 9 => "summer", _ => "mild" };
        return new Outfit(
            Coloured("upper", season, random), Coloured("lower", season, random), Coloured("shoes", "any", random),
            random.Chance(.15) ? parameters.List("hat").Pick(random) : null,
            random.Chance(.4) ? parameters.List("belonging").Pick(random) : null);
    }

    /// <summary>What the person wears when found: the longer away, the more of it is other clothing.</summary>
    public Outfit After(Outfit worn, int days, DateOnly found, Random random)
    {
        var now = Draw(found, random);
        var kept = Math.Pow(1 - parameters.Rate("clothes-changed-per-day"), days);
        return new Outfit(
            random.Chance(kept) ? worn.Upper : now.Upper, random.Chance(kept) ? worn.Lower : now.Lower, random.Chance(kept) ? worn.Shoes : now.Shoes,
            random.Chance(kept) ? worn.Hat : now.Hat, random.Chance(kept) ? worn.Belonging : now.Belonging);
    }

    private string Coloured(string what, string season, Random random) => parameters.List("colour").Pick(random) + parameters.List(what, season).Pick(random);
}
