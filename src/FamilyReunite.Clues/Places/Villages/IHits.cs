namespace FamilyReunite.Clues.Places.Villages;

/// <summary>A town, or a village of it, that heard words may mean.</summary>
/// <param name="Village">Position of the village; -1 for the town itself.</param>
/// <param name="Total">Log-odds with everything counted.</param>
internal readonly record struct Hit(int Town, int Village, double Total);

/// <summary>Takes what a search finds.</summary>
internal interface IHits
{
    /// <summary>What stays below need not be offered.</summary>
    double Least { get; }

    void Offer(Hit hit, Reading reading);
}
