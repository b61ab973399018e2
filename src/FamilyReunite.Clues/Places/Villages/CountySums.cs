namespace FamilyReunite.Clues.Places.Villages;

/// <summary>The weights of all hits summed by county, each county's best one kept.</summary>
internal sealed class CountySums(VillageTable table) : IHits
{
    /// <summary>Log-odds below which even a thousand places together weigh next to nothing beside "no known place".</summary>
    private const double Slight = -9;

    /// <summary>A place that much below the best one no longer changes a share.</summary>
    private const double Behind = 16;

    private readonly double[] _weights = new double[table.Counties.Length];
    private readonly (Hit Hit, Reading Reading)?[] _best = new (Hit, Reading)?[table.Counties.Length];
    private double _most = NameScorer.None;

    public double Least => Math.Max(Slight, _most - Behind);

    public ReadOnlySpan<double> Weights => _weights;

    public (Hit Hit, Reading Reading)? Best(int county) => _best[county];

    public void Offer(Hit hit, Reading reading)
    {
        var county = table.Towns[hit.Town].County;
        _weights[county] += Ranked.WeightOf(hit.Total);
        if (_best[county] is not { } best || hit.Total > best.Hit.Total) _best[county] = (hit, reading);
        if (hit.Total > _most) _most = hit.Total;
    }
}
