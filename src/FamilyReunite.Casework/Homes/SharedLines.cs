using System.Globalization;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Homes;

/// <summary>One thing that may be said of a person to a station elsewhere.</summary>
/// <param name="IsSuggested">Needed to recognise a place or a voice from there.</param>
public sealed record SharedLine(FactKind Kind, string Words, bool IsSuggested);

/// <summary>What may be told of a person in an inquiry: what helps to recognise them, never a number, a contact, an illness or a photo.</summary>
public sealed class SharedLines(FactWords words)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static readonly (FactKind Kind, bool IsSuggested)[] Allowed =
    [
        (FactKind.Sex, true), (FactKind.Age, true), (FactKind.Name, true), (FactKind.NameHeard, true), (FactKind.OtherName, true), (FactKind.HomeHeard, true), (FactKind.HomePlace, true),
        (FactKind.Accent, true), (FactKind.Language, false), (FactKind.DialectWord, false), (FactKind.Family, false), (FactKind.Ethnicity, false), (FactKind.Height, false), (FactKind.Mark, false), (FactKind.Terrain, false), (FactKind.Crop, false),
    ];

    /// <param name="person">With its facts; nobody's guess at a name is told.</param>
    public IReadOnlyList<SharedLine> Of(StrandedPerson person) =>
        [.. Allowed.Select(a => (a.Kind, a.IsSuggested, Said: person.Current(a.Kind).Where(f => a.Kind != FactKind.Name || f.Source is not (FactSource.Observed or FactSource.Colleague)).Select(Say).Where(w => w.Length > 0).Distinct().ToList()))
            .Where(a => a.Said.Count > 0).Select(a => new SharedLine(a.Kind, $"{FactWords.Label(a.Kind, Chinese)}：{string.Join('；', a.Said)}", a.IsSuggested))];

    private string Say(Fact f) => f.Kind is FactKind.Sex or FactKind.Age or FactKind.Height && words.Say(f.Kind, f.Understood, Chinese) is { } understood ? understood : f.AsHeard.Trim();
}
