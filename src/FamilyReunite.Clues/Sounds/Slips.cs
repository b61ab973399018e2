namespace FamilyReunite.Clues.Sounds;

/// <summary>Syllables that a name gains, loses or changes from mouth to mouth.</summary>
internal static class Slips
{
    /// <summary>log of P(a free syllable is gained or lost); estimated, 1 name in 30.</summary>
    public const float Free = -3.5f;

    /// <summary>log of P(any other syllable is gained or lost); estimated, 1 name in 250.</summary>
    public const float Any = -5.5f;

    /// <summary>log of P(one word for a settlement is said for a given other one); estimated, 1 name in 50.</summary>
    public const float Swap = -4;

    private const string Particles = "儿子家头", Settlements = "庄屯村寨营社";

    /// <summary>True for what speakers add or drop freely (儿 子 家 头, 庄 屯 村 …).</summary>
    public static bool IsFree(char c) => Particles.Contains(c, StringComparison.Ordinal) || IsSettlement(c);

    /// <summary>True for a word for a settlement, said for another such word.</summary>
    public static bool IsSettlement(char c) => Settlements.Contains(c, StringComparison.Ordinal);

    /// <summary>The other words for a settlement.</summary>
    public static IEnumerable<char> OtherSettlements(char c) => IsSettlement(c) ? Settlements.Where(o => o != c) : [];
}
