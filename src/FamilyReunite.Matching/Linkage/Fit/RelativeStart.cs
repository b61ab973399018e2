using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>What pairs of relatives are expected to look like before anything is learnt: part of the name is the same, places mostly, birth dates and numbers by chance.</summary>
internal static class RelativeStart
{
    /// <summary>By what is left over of the names, against the shares of one person.</summary>
    private static readonly double[] Leftover = [.08, .35, 1.5, 9, 6];

    /// <summary>Files without a name, or without anything that relatives do not share, cannot tell them apart.</summary>
    public static bool Possible(IReadOnlyList<Field> fields) => fields.Any(IsName) && fields.Any(f => f.Kind is ColumnKind.BirthDate or ColumnKind.IdNumber or ColumnKind.Age);

    public static double[] Of(Field field, double[] m, double[] u)
    {
        if (field.IsPersonal) return u;
        var shares = new double[m.Length];
        for (var l = 1; l < m.Length; l++) shares[l] = IsName(field) ? field.Levels[l].Prior * Factor(l) : 0.7 * m[l] + 0.3 * u[l];
        var sum = shares.Sum();
        return Array.ConvertAll(shares, s => s / sum);
    }

    public static bool IsName(Field field) => field.Kind is ColumnKind.FullName or ColumnKind.GivenName or ColumnKind.Surname;

    private static double Factor(int level) => BagLevels.Parts(level) is var (step, left) && step == 0 ? 0.05 * Leftover[left] : Leftover[left];
}
