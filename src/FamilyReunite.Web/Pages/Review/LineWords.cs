using System.Globalization;
using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>Says a record's line in the language of the page.</summary>
public sealed class LineWords(IStringLocalizer<ReviewText> text, IStringLocalizer<SharedText> shared, FactWords facts)
{
    /// <summary>The name as stated; where it was only heard or read out of free words, in quotation marks; never a number in its place.</summary>
    public string Name(RecordLine line) => line switch
    {
        { Name: null, Kind: RecordKind.Missing } => text["name.none.report"],
        { Name: null } => text["name.none.person"],
        { NameIsHeard: true } => text["name.heard", line.Name],
        { NameIsRead: true } => text["name.read", line.Name],
        _ => line.Name,
    };

    /// <summary>"男 · 58–65 岁".</summary>
    public string Short(RecordLine line) => string.Join(" · ", Parts(line));

    /// <summary>With the home in the words that were said.</summary>
    public string Long(RecordLine line) => string.Join(" · ", line.Home is null ? Parts(line) : Parts(line).Append(line.HomeIsHeard ? text["home.heard", line.Home].Value : line.Home));

    private IEnumerable<string> Parts(RecordLine line)
    {
        if (line.Beginning is { } words) yield return text["line.words", words];
        if (line.Sex != Sex.Unknown) yield return shared["sex." + line.Sex];
        if (line.Birth is { } birth) yield return text["born", DateWords.Say(birth, CultureInfo.CurrentUICulture)];
        else if (line.Age is { } age) yield return facts.Say(FactKind.Age, age.ToString(), CultureInfo.CurrentUICulture)!;
        if (line.IsRead) yield return text["line.read"];
    }
}
