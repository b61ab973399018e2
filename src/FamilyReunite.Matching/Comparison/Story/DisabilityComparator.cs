using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Ways of not hearing, speaking, seeing, moving or remembering, where both sides name one. What one side leaves out is not a contradiction.</summary>
internal sealed class DisabilityComparator() : Comparator("disability", new("different", AgreementLevel.Conflict), new("alike", AgreementLevel.Partial), new("same", AgreementLevel.Strong))
{
    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (mine, theirs) = (person.Clues.Disabilities, report.Clues.Disabilities);
        if (mine.Count == 0 || theirs.Count == 0) return Finding.Nothing;
        var (rare, any) = (false, false);
        foreach (var d in mine)
        {
            if (!Has(theirs, d)) continue;
            any = true;
            rare |= d is not (Disability.Mental or Disability.Memory or Disability.Intellectual);
        }
        return new Finding(rare ? 3 : any || Related(mine, theirs) ? 2 : 1, mine, theirs);
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [words.Of((IReadOnlyList<Disability>)finding.Person!), words.Of((IReadOnlyList<Disability>)finding.Report!)];

    /// <summary>Minds are described in many words: forgetful, confused, slow.</summary>
    private static bool Related(IReadOnlyList<Disability> a, IReadOnlyList<Disability> b) =>
        (Has(a, Disability.Deaf) && Has(b, Disability.Mute)) || (Has(a, Disability.Mute) && Has(b, Disability.Deaf))
        || (Has(a, Disability.Memory) && Has(b, Disability.Mental)) || (Has(a, Disability.Mental) && Has(b, Disability.Memory));

    private static bool Has(IReadOnlyList<Disability> list, Disability wanted)
    {
        foreach (var d in list)
            if (d == wanted) return true;
        return false;
    }
}
