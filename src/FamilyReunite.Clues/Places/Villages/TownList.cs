namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Towns of the table by code.</summary>
internal static class TownList
{
    /// <param name="code">9 digits.</param>
    public static Town? TownAt(this VillageTable table, string code)
    {
        var (low, high) = (0, table.Towns.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(table.Towns[middle].Code, code);
            if (order == 0) return table.Towns[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>All towns of the county that a town lies in.</summary>
    public static ReadOnlySpan<Town> TownsBeside(this VillageTable table, Town town) => table.TownsOf(table.Counties[town.County]);

    public static ReadOnlySpan<Town> TownsOf(this VillageTable table, TownsOfCounty county) => table.Towns.AsSpan(county.FirstTown..county.EndTown);
}
