using System.Collections.Concurrent;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Records;

/// <param name="From">The statement in free words that it was read out of.</param>
public sealed record WordsFact(ReadFact Read, Fact From);

/// <summary>What the software reads out of free words. It stands beside the words, is no statement of its own and is never saved. Thread-safe.</summary>
/// <param name="reader">Without one nothing is read.</param>
public sealed class ReadWords(IDescriptionReader? reader = null)
{
    /// <summary>Statements remembered; a statement is never edited, so what was read of it stays true. About 2 KB each.</summary>
    private const int Remembered = 20_000;

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<ReadFact>> _known = new();

    /// <summary>Whether what is read out of this kind may speak for the person: circumstances name others too.</summary>
    public static bool SpeaksForPerson(FactKind kind) => kind is FactKind.FreeText or FactKind.Spoken;

    /// <summary>In order of appearance, one line for the same thing said twice; empty for what is not in free words or was not answered.</summary>
    public IReadOnlyList<ReadFact> Of(Fact fact)
    {
        if (reader is null || fact.Answer != AnswerState.Given || !(SpeaksForPerson(fact.Kind) || fact.Kind == FactKind.Circumstances)) return [];
        if (_known.TryGetValue(fact.Id, out var known)) return known;
        if (_known.Count >= Remembered) _known.Clear();
        return _known[fact.Id] = [.. reader.Read(fact.AsHeard).Where(r => r.Kind != fact.Kind).DistinctBy(r => (r.Kind, r.Understood ?? r.AsHeard))];
    }

    /// <summary>Everything read out of the record's current free words that may speak for the person, oldest words first.</summary>
    public IEnumerable<WordsFact> Of(CaseRecord record) =>
        record.Facts.Where(f => f.IsCurrent && SpeaksForPerson(f.Kind)).OrderBy(f => f.RecordedAt).SelectMany(f => Of(f).Select(r => new WordsFact(r, f)));

    /// <summary>The first thing read of the first of these kinds of which anything was; null when there is none.</summary>
    public WordsFact? First(CaseRecord record, params ReadOnlySpan<FactKind> kinds)
    {
        var all = Of(record).ToList();
        foreach (var kind in kinds)
            if (all.Find(w => w.Read.Kind == kind) is { } first) return first;
        return null;
    }
}
