using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Clues.Reading;

/// <summary>One thing said or seen, whether it stood in a field or inside free text.</summary>
internal sealed record Statement(FactKind Kind, string AsHeard, string? Understood, FactSource Source, Confidence Confidence, DateOnly Recorded)
{
    /// <summary>Pointed out on a picture with its kind and side: its words add to it and are not read for more.</summary>
    public bool IsPointedOut { get; init; }

    private static readonly HashSet<FactKind> Free = [FactKind.FreeText, FactKind.Spoken, FactKind.Circumstances];

    /// <summary>Current, given facts and what their free words say; what a field says more than once is kept once.</summary>
    public static List<Statement> Of(CaseRecord record, DescriptionReader reader)
    {
        var all = new List<Statement>(record.Facts.Count + 8);
        foreach (var f in record.Facts)
        {
            if (!f.IsCurrent || f.Answer != AnswerState.Given || f.AsHeard.Length == 0) continue;
            var day = DateOnly.FromDateTime(f.RecordedAt.UtcDateTime);
            if (!Free.Contains(f.Kind))
            {
                all.Add(new Statement(f.Kind, f.AsHeard, f.Understood ?? reader.UnderstandUnlessPlace(f.Kind, f.AsHeard), f.Source, f.Confidence, day) { IsPointedOut = f.Region is not null });
                continue;
            }
            foreach (var read in reader.Find(f.AsHeard)) all.Add(new Statement(read.Kind, read.AsHeard, read.Understood, f.Source, f.Confidence, day));
        }
        return all;
    }
}
