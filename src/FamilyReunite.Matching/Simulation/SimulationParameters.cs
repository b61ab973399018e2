using System.Collections.Concurrent;
using System.Globalization;

namespace FamilyReunite.Matching.Simulation;

/// <summary>One row of Tables/parameters.tsv. <paramref name="Mark"/> is read, published or estimated.</summary>
internal sealed record ParameterRow(string Group, string Key, string Training, string Evaluation, string Mark, string Source);

/// <summary>The parameters as one profile sees them; docs/simulator.md explains the groups.</summary>
internal sealed class SimulationParameters
{
    private static readonly Lazy<IReadOnlyList<ParameterRow>> AllRows = new(() =>
        [.. TableFile.Rows("parameters.tsv").Select(c => new ParameterRow(c[0], c[1], c[2], c[3] == "=" ? c[2] : c[3], c[4], c[5]))]);

    private static readonly Lazy<SimulationParameters> ForTraining = new(() => new(SimulationProfile.Training));
    private static readonly Lazy<SimulationParameters> ForEvaluation = new(() => new(SimulationProfile.Evaluation));

    private readonly Dictionary<(string Group, string Key), string> _values;
    private readonly Dictionary<string, List<(string Key, string Value)>> _groups;
    private readonly ConcurrentDictionary<(string, string), Weighted<string>> _lists = new();
    private readonly ConcurrentDictionary<string, Weighted<string>> _keys = new();

    private SimulationParameters(SimulationProfile profile)
    {
        var rows = AllRows.Value.Select(r => (r.Group, r.Key, Value: profile == SimulationProfile.Training ? r.Training : r.Evaluation)).ToList();
        _values = rows.ToDictionary(r => (r.Group, r.Key), r => r.Value);
        _groups = rows.GroupBy(r => r.Group).ToDictionary(g => g.Key, g => g.Select(r => (r.Key, r.Value)).ToList());
    }

    public static IReadOnlyList<ParameterRow> Rows => AllRows.Value;

    public static SimulationParameters For(SimulationProfile profile) => (profile == SimulationProfile.Training ? ForTraining : ForEvaluation).Value;

    public double Rate(string key) => Number("rate", key);

    public double Number(string group, string key) => double.Parse(_values[(group, key)], CultureInfo.InvariantCulture);

    public string Text(string group, string key) => _values[(group, key)];

    public bool Has(string group, string key) => _values.ContainsKey((group, key));

    public IReadOnlyList<(string Key, string Value)> Group(string group) => _groups[group];

    /// <summary>The keys of a group, weighted by their values.</summary>
    public Weighted<string> Keys(string group) =>
        _keys.GetOrAdd(group, g => new Weighted<string>(_groups[g].Select(r => (r.Key, double.Parse(r.Value, CultureInfo.InvariantCulture)))));

    /// <summary>A list of words, "word" or "word:weight".</summary>
    public Weighted<string> List(string group, string key = "any") => _lists.GetOrAdd((group, key), k => new Weighted<string>(Words(_values[k]).Select(Split)));

    /// <summary>A list in order of frequency: the n-th weighs 1/(n + given-flatness).</summary>
    public Weighted<string> Ranked(string group, string key) => _lists.GetOrAdd((group, key), k =>
    {
        var flat = Rate("given-flatness");
        return new Weighted<string>(Words(_values[k]).Select((w, i) => (w, 1 / (i + 1 + flat))));
    });

    private static string[] Words(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static (string, double) Split(string word)
    {
        var at = word.LastIndexOf(':');
        return at < 0 ? (word, 1) : (word[..at], double.Parse(word.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }
}
