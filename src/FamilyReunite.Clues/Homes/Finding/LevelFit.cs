using FamilyReunite.Clues.Places;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Whether the level that was said is the level of the place that was read: a township may have become a town or a street office, a street office was hardly ever a village.</summary>
internal static class LevelFit
{
    private static readonly (string Word, int Kind)[] Words = [("街道", 3), ("办事处", 3), ("社区", 4), ("公社", 2), ("大队", 5), ("镇", 1), ("乡", 2), ("村", 5), ("屯", 5), ("庄", 5), ("寨", 5)];

    /// <summary>P(word said | level of the place) over its mean; rows: said, columns: is. Estimated.</summary>
    private static readonly double[,] Fit =
    {
        // none  镇   乡   街道  社区  村
        { 1, 1, 1, 1, 1, 1 },
        { 1, 1.5, 1, 0.7, 0.3, 0.3 },
        { 1, 0.9, 1.5, 0.4, 0.2, 0.4 },
        { 1, 0.4, 0.1, 3, 0.5, 0.15 },
        { 1, 0.3, 0.1, 0.7, 3, 0.6 },
        { 1, 0.2, 0.3, 0.1, 0.7, 1.4 },
    };

    public static double Of(string heard, PlaceGuess guess) => guess.Town is null ? 1 : Fit[KindOf(heard), KindOf(guess.Village ?? guess.Town)];

    private static int KindOf(string name)
    {
        foreach (var (word, kind) in Words)
            if (name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal)) return kind;
        return 0;
    }
}
