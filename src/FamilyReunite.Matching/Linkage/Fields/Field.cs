using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Columns;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>What is compared of two people: one column, or several that say the same thing. Comparison is symmetric.</summary>
internal abstract class Field(string name, ColumnKind kind)
{
    /// <summary>The level of "one side says nothing"; it weighs nothing.</summary>
    public const int Missing = 0;

    public string Name { get; } = name;

    public ColumnKind Kind { get; } = kind;

    /// <summary>True of what members of one family do not share more often than strangers do.</summary>
    public bool IsPersonal => Kind is ColumnKind.BirthDate or ColumnKind.Age or ColumnKind.IdNumber or ColumnKind.Sex || (Kind == ColumnKind.Text && this is TextField);

    /// <summary>All levels; the first is <see cref="Missing"/>.</summary>
    public abstract IReadOnlyList<Level> Levels { get; }

    public abstract int Compare(int a, int b);

    /// <summary>Compares, and says what the values themselves add to the level's weight: for being rare, take for being common, natural logarithm.</summary>
    public virtual int Compare(int a, int b, out double rarity)
    {
        var level = Compare(a, b);
        rarity = Rarity(a, level);
        return level;
    }

    /// <param name="a">A row whose value both rows share where the level says so.</param>
    protected virtual double Rarity(int a, int level) => 0;

    /// <summary>The first of two levels must weigh at least <c>Gap</c> more than the second.</summary>
    public virtual IEnumerable<(int Better, int Worse, double Gap)> Order
    {
        get
        {
            for (var i = 1; i + 1 < Levels.Count; i++) yield return (i, i + 1, 0);
        }
    }

    /// <summary>Keys by which rows that may be the same person find each other.</summary>
    public abstract void AddKeys(int row, KeyList keys);
}
