using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Indexing.Duplicates;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>What stands beside a form: people met before who may be the same, and what a heard place may be.</summary>
/// <param name="Trouble">Why nothing could be compared; null when all is well.</param>
public sealed record SidePanel(IReadOnlyList<PossibleDuplicate> Alike, IReadOnlyList<HeardPlace> Places, Problem? Trouble)
{
    private const int Guesses = 6;

    public static SidePanel Empty { get; } = new([], [], null);

    public int Count => Alike.Count + Places.Sum(p => p.Guesses.Count);

    public static async Task<SidePanel> ReadAsync(IServiceProvider services, CaseRecord record, Caller caller, CancellationToken ct)
    {
        var alike = await services.GetRequiredService<DuplicateFinder>().FindAsync(record, caller, ct);
        var resolver = services.GetRequiredService<IPlaceResolver>();
        var homes = record.Current(FactKind.HomeHeard).Concat(record.Current(FactKind.HomePlace));
        return new SidePanel(alike.Value ?? [], [.. homes.Select(f => new HeardPlace(f, resolver.Resolve(new PlaceQuery(f.AsHeard, Top: Guesses)))).Where(p => p.Guesses.Count > 0)], alike.Succeeded ? null : alike.Problems[0]);
    }
}

/// <param name="Guesses">Best first.</param>
public sealed record HeardPlace(Fact Fact, IReadOnlyList<PlaceGuess> Guesses);
