using FamilyReunite.Clues.Places.Villages;

namespace FamilyReunite.Clues.Places;

/// <summary>Names of the towns and villages that today's list holds.</summary>
public static class ListedVillages
{
    private static readonly Lazy<VillageTable> Table = new(PlaceResolver.ListedVillages);

    /// <summary>Villages of a county.</summary>
    /// <param name="county">Six digits; four and two noughts where no county stands between.</param>
    public static int Count(string county) => Range(county) is { } r ? r.End - r.First : 0;

    /// <summary>Town and village of a number from 0 to <see cref="Count"/> − 1.</summary>
    public static (string Town, string Village) At(string county, int number)
    {
        var (first, end) = Range(county) ?? throw new ArgumentOutOfRangeException(nameof(county), county, "No village is listed there.");
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, end - first);
        var table = Table.Value;
        var towns = table.TownsOf(table.Counties[table.From(county)]);
        var at = 0;
        while (towns[at].EndVillage <= first + number) at++;
        return (table.NameOf(towns[at].Name), table.NameOf(table.Villages[first + number]));
    }

    private static (int First, int End)? Range(string county)
    {
        var table = Table.Value;
        var at = table.From(county);
        if (at == table.Counties.Length || table.Counties[at].Code != county) return null;
        var towns = table.TownsOf(table.Counties[at]);
        return (towns[0].FirstVillage, towns[^1].EndVillage);
    }
}
