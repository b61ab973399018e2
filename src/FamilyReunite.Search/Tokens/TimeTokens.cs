using System.Globalization;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Search.Tokens;

/// <summary>When somebody went missing beside when somebody was found. A report names the stretch of time in which its day lies; a person names that stretch and those just before it,
/// so that the two meet where the one was found soon after the other was lost.</summary>
internal static class TimeTokens
{
    /// <summary>A day known no better than this tells no closeness.</summary>
    private const int WidestSpan = 45;

    /// <summary>Length of a stretch in days, and how many earlier ones a person names.</summary>
    private static readonly (int Days, int Earlier, TokenKind Kind)[] Stretches = [(5, 2, TokenKinds.LostDays), (30, 3, TokenKinds.LostWeeks)];

    public static void Add(TokenBag bag, ClueSet clues)
    {
        if (clues.LastSeen is not { } seen || seen.Last.DayNumber - seen.First.DayNumber > WidestSpan) return;
        foreach (var (days, earlier, kind) in Stretches)
        {
            var (first, last) = (seen.First.DayNumber / days, seen.Last.DayNumber / days);
            if (clues.Kind != RecordKind.Missing) first -= earlier;
            for (var s = last; s >= first; s--) bag.Add(kind, s.ToString(CultureInfo.InvariantCulture), 1.0 / (1 + (clues.Kind == RecordKind.Missing ? 0 : (last - s) / 2.0)));
        }
    }
}
