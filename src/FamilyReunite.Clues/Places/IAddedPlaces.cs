using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>A name that stations added to the built-in list: a natural village, a name of before, a correction.</summary>
/// <param name="Division">The county, town or village in which it lies or which it is today.</param>
/// <param name="IsToday">True when the name is one that the division itself bore or bears; false for a place inside it.</param>
public sealed record AddedName(DivisionCode Division, string Name, bool IsToday);

/// <summary>Names beside the built-in list. They are sought as all others are; a reason says where they come from.</summary>
public interface IAddedPlaces
{
    /// <summary>The names as they are now: one and the same list until one is added or withdrawn.</summary>
    IReadOnlyList<AddedName> Current { get; }
}

/// <summary>Names held in memory.</summary>
/// <param name="names">Those to begin with.</param>
public sealed class InMemoryAddedPlaces(params AddedName[] names) : IAddedPlaces
{
    private volatile IReadOnlyList<AddedName> _current = names;

    public IReadOnlyList<AddedName> Current => _current;

    public void Replace(IReadOnlyList<AddedName> names) => _current = names;
}
