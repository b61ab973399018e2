namespace FamilyReunite.Clues.Places.Villages;

/// <summary>A town, or a village of it, that heard words may mean.</summary>
/// <param name="Village">Position of the village; -1 for the town itself, less for an added name.</param>
/// <param name="Total">Log-odds with everything counted.</param>
internal readonly record struct Hit(int Town, int Village, double Total)
{
    private const int FirstAdded = -2;

    public static Hit OfAdded(int town, int added, double total) => new(town, FirstAdded - added, total);

    /// <summary>Position among the names that stations added; null for one of the built-in list.</summary>
    public int? Added => Village <= FirstAdded ? FirstAdded - Village : null;
}

/// <summary>Takes what a search finds.</summary>
internal interface IHits
{
    /// <summary>What stays below need not be offered.</summary>
    double Least { get; }

    void Offer(Hit hit, Reading reading);
}
