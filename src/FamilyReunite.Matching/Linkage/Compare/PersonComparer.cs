using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Fit;
using FamilyReunite.Matching.Linkage.Report;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>Compares two people given side by side, with committed weights: the answer for a pair depends on the pair alone, and not on which side is which.</summary>
public static class PersonComparer
{
    private static readonly ColumnKind[] Kinds = [ColumnKind.BirthDate, ColumnKind.Sex, ColumnKind.Age, ColumnKind.Phone, ColumnKind.IdNumber, ColumnKind.Postcode, ColumnKind.Place, ColumnKind.Address, ColumnKind.Category, ColumnKind.Text];

    public static PairVerdict Compare(PersonSide left, PersonSide right)
    {
        var evidence = new List<PairEvidence>();
        if (NameOf(left.Names(), right.Names()) is { } name) evidence.Add(name);
        foreach (var kind in Kinds)
        {
            // an age says nothing more where both birth dates are given
            if (kind == ColumnKind.Age && evidence.Exists(e => e.Feature == "birth-date")) continue;
            if (Best(kind, left.Of(kind), right.Of(kind)) is { } found) evidence.Add(found);
        }
        var weight = evidence.Sum(e => e.Weight);
        return new PairVerdict(LinkModel.Probability(weight), weight, evidence);
    }

    private static PairEvidence? NameOf(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        PairEvidence? best = null;
        foreach (var l in left.Select(NameFigures.Cut).Where(w => w.Length > 0))
            foreach (var r in right.Select(NameFigures.Cut).Where(w => w.Length > 0))
                if (NameFigures.Of(l, r) is var figures && NameWeights.Default.Score(figures) is var weight && (best is null || weight > best.Weight)) best = NameWords.Of(figures, weight);
        return best;
    }

    private static PairEvidence? Best(ColumnKind kind, IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        PairEvidence? best = null;
        foreach (var l in left)
            foreach (var r in right)
                if (Level(kind, People.Clean(l), People.Clean(r)) is { } level && CompareTable.Weight(kind, level) is var weight && (best is null || weight > best.Weight))
                    best = new PairEvidence(KindNames.Of(kind), level, weight, $"{NameWords.Kind(kind).Zh}：{LevelWords.Zh(level)}", $"{NameWords.Kind(kind).En}: {LevelWords.En(level)}");
        return best;
    }

    /// <summary>Null where one side says nothing.</summary>
    private static string? Level(ColumnKind kind, string l, string r)
    {
        if (l.Length == 0 || r.Length == 0) return null;
        if (kind is ColumnKind.Place or ColumnKind.Address or ColumnKind.Text) return WordShare.Of(l, r);
        var column = new PersonColumn("", kind, null, [l, r]);
        Field field = kind switch { ColumnKind.BirthDate => new DateField(column), ColumnKind.Age => new AgeField(column), ColumnKind.Sex or ColumnKind.Category => new CategoryField(column), _ => new CodeField(column) };
        if (field.Compare(0, 1) is not (var level and not Field.Missing)) return null;
        // a year alone agrees by chance as any year does
        return kind == ColumnKind.BirthDate && field.Levels[level].Code == "exact" && WrittenDay.Parse(l, null).Month == 0 ? "same-year" : field.Levels[level].Code;
    }
}
