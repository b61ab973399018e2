namespace FamilyReunite.Matching.Linkage.Invented;

/// <summary>Two names and whether they were made of one.</summary>
internal readonly record struct NamePair(string Left, string Right, bool Same);

/// <summary>Pairs of invented names to learn from: variants of one name, and different names of which most share a word, a sound or a spelling.</summary>
internal static class InventedPairs
{
    public static IEnumerable<NamePair> Make(int seed, int pairs)
    {
        var random = new Random(seed);
        var (names, variant) = (new InventedName(random), new NameVariant(random));
        for (var i = 0; i < pairs; i++)
        {
            var name = names.Make();
            var same = random.Next(2) == 0;
            yield return new NamePair(string.Join(' ', name), string.Join(' ', variant.Of(same ? name : Other(name, names, variant, random))), same);
        }
    }

    /// <summary>A different person's name: mostly one that shares something.</summary>
    private static string[] Other(string[] name, InventedName names, NameVariant variant, Random random)
    {
        var other = names.Make();
        return random.Next(10) switch
        {
            < 3 => [.. name[..^1], other[^1]],
            < 6 => [other[0], .. name[1..]],
            < 7 => [.. name.Reverse().Skip(1), other[^1]],
            < 8 => [variant.Slip(variant.Slip(variant.Slip(name[0]))), other[^1]],
            _ => other,
        };
    }
}
