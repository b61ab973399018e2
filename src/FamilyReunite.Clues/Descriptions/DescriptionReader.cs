using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Reads free Chinese text by running one reader a family of facts. Thread-safe.</summary>
public sealed class DescriptionReader : IDescriptionReader
{
    private readonly FactFamily[] _families;
    private readonly Dictionary<FactKind, FactFamily> _byKind = [];

    public DescriptionReader() : this(new PlaceResolver()) { }

    public DescriptionReader(IPlaceResolver places)
    {
        _families = [new Appearance(), new Ages(), new Measures(), new DatedEvents(), new Marks(), new Clothes(), new Belongings(), new ToldNames(), new ToldPlaces(places), new FamilyMembers(), new Speech(), new Conditions(), new LifeAtHome()];
        foreach (var family in _families)
            foreach (var kind in family.Kinds) _byKind[kind] = family;
    }

    public IReadOnlyList<ReadFact> Read(string text)
    {
        var found = Find(text);
        for (var i = 0; i < found.Count; i++)
            if (found[i] is { Understood: null } place && IsPlace(place.Kind)) found[i] = place with { Understood = Understand(place.Kind, place.AsHeard) };
        return found;
    }

    public string? Understand(FactKind kind, string asHeard) =>
        string.IsNullOrWhiteSpace(asHeard) ? null : _byKind.TryGetValue(kind, out var family) ? family.Understand(kind, PlainText.Of(asHeard)) : asHeard.Trim();

    /// <summary>As <see cref="Understand"/>, but null for a place: who needs its n-best readings looks it up once.</summary>
    internal string? UnderstandUnlessPlace(FactKind kind, string asHeard) => IsPlace(kind) ? null : Understand(kind, asHeard);

    private static bool IsPlace(FactKind kind) => kind is FactKind.HomePlace or FactKind.HomeHeard or FactKind.FoundPlace or FactKind.MissingPlace;

    /// <summary>What <see cref="Read"/> finds, with places not yet looked up.</summary>
    internal List<ReadFact> Find(string text)
    {
        var plain = PlainText.Of(text);
        var found = new List<ReadFact>();
        foreach (var family in _families) family.Find(plain, found);
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind));
        for (var i = 0; i < found.Count; i++)
            found[i] = found[i] with { AsHeard = text.Substring(found[i].Start, found[i].Length) };
        return found;
    }
}
