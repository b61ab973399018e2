using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Notices;

/// <summary>The facts of one person; every pick notes which words gave the field.</summary>
internal sealed class PickedFacts(string text, IReadOnlyList<NoticeFact> facts)
{
    private readonly List<NoticeSpan> _spans = [];

    /// <summary>In order of appearance, each once.</summary>
    public IReadOnlyList<NoticeSpan> Spans => [.. _spans.Distinct().OrderBy(s => s.Start).ThenBy(s => s.End).ThenBy(s => s.Field, StringComparer.Ordinal)];

    /// <summary>The most direct fact of the kinds that fits, the first of these; null when there is none.</summary>
    public NoticeFact? One(string field, Func<NoticeFact, bool>? fits, params ReadOnlySpan<FactKind> kinds)
    {
        NoticeFact? best = null;
        foreach (var f in facts)
            if (kinds.Contains(f.Kind) && (fits is null || fits(f)) && (best is not { } b || f.Directness < b.Directness || (f.Directness == b.Directness && Exact(f) && !Exact(b)))) best = f;
        if (best is { } picked) Note(field, picked);
        return best;
    }

    public string? Words(string field, FactKind kind) => One(field, null, kind) is { } f ? Said(f) : null;

    /// <summary>Every fact of the kinds in order, what lies inside another or repeats it left out; null when there is none.</summary>
    public IReadOnlyList<string>? All(string field, Func<NoticeFact, bool>? fits, params ReadOnlySpan<FactKind> kinds)
    {
        var picked = new List<NoticeFact>();
        foreach (var f in facts)
        {
            if (!kinds.Contains(f.Kind) || (fits is not null && !fits(f)) || picked.Exists(p => Inside(f, p))) continue;
            picked.RemoveAll(p => Inside(p, f));
            picked.Add(f);
        }
        if (picked.Exists(f => f.Directness < Directness.Shared)) picked.RemoveAll(f => f.Directness == Directness.Shared);
        foreach (var f in picked) Note(field, f);
        return picked.Count == 0 ? null : [.. picked.Select(Said).Distinct()];
    }

    /// <summary>Every fact of a kind as one line of words.</summary>
    public string? Joined(string field, params ReadOnlySpan<FactKind> kinds) => All(field, null, kinds) is { } all ? string.Join('，', all) : null;

    public void Note(string field, NoticeFact f) => _spans.Add(new NoticeSpan(field, f.Fact.Start, f.Fact.Start + f.Fact.Length));

    /// <summary>The words as the notice has them, without line breaks.</summary>
    public string Said(NoticeFact f) => text.Substring(f.Fact.Start, f.Fact.Length).Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Trim();

    /// <summary>A figure rather than a range: "76岁" says more than "七旬".</summary>
    private static bool Exact(NoticeFact f) => f.Kind != FactKind.Age || (NumberRange.TryParse(f.Fact.Understood, out var r) && Figures.OfAge(f.Words, r).One is not null);

    private static bool Inside(NoticeFact a, NoticeFact b) => a.Fact.Start >= b.Fact.Start && a.Fact.Start + a.Fact.Length <= b.Fact.Start + b.Fact.Length;
}
