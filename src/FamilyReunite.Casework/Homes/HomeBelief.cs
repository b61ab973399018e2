using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Casework.Homes;

/// <summary>Asks the home finder, and remembers the last answers by what was asked. The belief is derived and never stored. Thread-safe.</summary>
/// <param name="places">Names that stations added: when they change, no belief of before holds.</param>
/// <param name="capacity">Beliefs kept; with its clues one takes up to half a megabyte.</param>
public sealed class HomeBelief(IHomeFinder finder, IAddedPlaces? places = null, int capacity = HomeBelief.DefaultCapacity)
{
    public const int DefaultCapacity = 32;

    private readonly Lock _turning = new();
    private IReadOnlyList<AddedName>? _names;
    private readonly Dictionary<string, LinkedListNode<(string Key, HomeDistribution Belief)>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, HomeDistribution Belief)> _recent = [];

    public HomeDistribution Of(HomeCase known)
    {
        // a hash, so that the words themselves do not stay in memory as keys
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HomeCases.Key(known))));
        var names = places?.Current;
        lock (_turning)
        {
            if (!ReferenceEquals(names, _names))
            {
                _byKey.Clear();
                _recent.Clear();
                _names = names;
            }
            if (_byKey.TryGetValue(key, out var kept))
            {
                _recent.Remove(kept);
                _recent.AddFirst(kept);
                return kept.Value.Belief;
            }
        }
        var belief = finder.Find(known);
        lock (_turning)
        {
            if (ReferenceEquals(names, _names) && !_byKey.ContainsKey(key)) _byKey[key] = _recent.AddFirst((key, belief));
            for (; _recent.Count > capacity; _recent.RemoveLast()) _byKey.Remove(_recent.Last!.Value.Key);
        }
        return belief;
    }
}
