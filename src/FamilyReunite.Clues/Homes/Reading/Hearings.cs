using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Joins places that are one and the same, heard twice ("主猫鸭" or "祖玛雅").</summary>
internal static class Hearings
{
    /// <summary>Likeness of sound from which two names of one length are one name heard twice. Estimated.</summary>
    private const double Alike = 0.03;

    private static readonly SoundComparer Sounds = new();

    public static List<HomeStatement> Joined(List<HomeStatement> all)
    {
        var joined = new List<HomeStatement>(all.Count);
        foreach (var s in all)
        {
            var first = s.Kind is StatementKind.Home or StatementKind.Spoken ? joined.FindIndex(j => j.Kind is StatementKind.Home or StatementKind.Spoken && Same(j.Words, s.Words)) : -1;
            if (first < 0) joined.Add(s);
            else joined[first] = joined[first] with { Also = [.. joined[first].Also, s.Words], Trust = Math.Max(joined[first].Trust, s.Trust) };
        }
        return joined;
    }

    private static bool Same(string one, string other) =>
        one.Length == other.Length && one.Length > 1 && Math.Max(Sounds.Similarity(one, other), Sounds.Similarity(other, one)) >= Alike;
}
