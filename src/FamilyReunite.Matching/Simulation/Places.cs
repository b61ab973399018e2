using FamilyReunite.Clues.Places;

namespace FamilyReunite.Matching.Simulation;

/// <param name="Code">Six digits.</param>
/// <param name="Area">Dialect area of the Language Atlas.</param>
internal sealed record County(string Code, string Province, string Prefecture, string Name, string Area)
{
    /// <summary>"四川省南充市仪陇县"; a level that repeats the one above is left out.</summary>
    public string FullName => Prefecture.Length == 0 || Prefecture == Province || Prefecture == Name ? Province + Name : Province + Prefecture + Name;

    public string ProvinceCode => Code[..2];
}

/// <summary>Counties weighted by the people of their province and by who lives there, and towns and villages in them.</summary>
internal sealed class Places(SimulationParameters parameters)
{
    private static readonly Lazy<ILookup<string, County>> ByProvince = new(() => TableFile.Rows("counties.tsv")
        .Select(c => new County(c[0], c[1], c[2].Contains("直辖", StringComparison.Ordinal) ? "" : c[2], c[3], c[4])).ToLookup(c => c.ProvinceCode));

    public static IEnumerable<County> All => ByProvince.Value.SelectMany(g => g);

    public County Home(Random random) => In(parameters.Keys("population").Pick(random), random);

    public static County In(string province, Random random) => random.Pick(ByProvince.Value[province].ToList());

    /// <summary>A county where the people lives, inside the province when there is one.</summary>
    public County HomeOf(string people, string province, Random random)
    {
        if (!parameters.Has("people-home", people)) return In(province, random);
        var areas = parameters.List("people-home", people).Items;
        var fitting = ByProvince.Value[province].Where(c => areas.Any(a => c.Code.StartsWith(a, StringComparison.Ordinal))).ToList();
        return fitting.Count > 0 ? random.Pick(fitting) : In(province, random);
    }

    /// <summary>Where somebody from this home ends up: near, or in a province that takes in many.</summary>
    public County FoundBy(County home, Random random) =>
        random.Chance(parameters.Rate("found-in-home-province")) ? In(home.ProvinceCode, random) : In(parameters.Keys("inflow").Pick(random), random);

    /// <summary>A town and a village of the county: mostly ones that are listed, else a natural village or one merged away, which no list holds.</summary>
    public (string Town, string Village) Below(County county, Random random)
    {
        var listed = ListedVillages.Count(county.Code);
        if (listed == 0 || random.Chance(parameters.Rate("village-unlisted"))) return (listed == 0 ? MadeUpTown(random) : ListedVillages.At(county.Code, random.Next(listed)).Town, MadeUpVillage(county.ProvinceCode, random));
        var (town, village) = ListedVillages.At(county.Code, random.Next(listed));
        return (town, Spoken(village));
    }

    /// <summary>What people say of a village that is listed as a committee: 李庄村民委员会 is 李庄村.</summary>
    private static string Spoken(string village) => village.Replace("村民委员会", "村", StringComparison.Ordinal).Replace("村委会", "村", StringComparison.Ordinal).Replace("居民委员会", "社区", StringComparison.Ordinal).Replace("居委会", "社区", StringComparison.Ordinal);

    private string MadeUpTown(Random random) => parameters.List("town-core").Pick(random) + parameters.List("town-ending").Pick(random);

    private string MadeUpVillage(string province, Random random)
    {
        var ending = parameters.List("village-ending", province).Pick(random);
        if (random.Chance(.5)) return parameters.List("village-core").Pick(random) + ending;
        var surname = parameters.Keys("surname").Pick(random);
        return surname + (ending == "家" || random.Chance(.4) ? "" : "家") + ending;
    }
}
