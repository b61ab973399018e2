using System.Globalization;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.People;

/// <summary>Says a list line in the language of the page.</summary>
public sealed class RowWords(IStringLocalizer<PeopleText> text, IStringLocalizer<SharedText> shared, FactWords facts)
{
    /// <summary>The call name, else the name as stated; where it was only heard or read out of free words, in quotation marks.</summary>
    public string Name(RecordRow row) => row.CallName ?? row switch
    {
        { Name: null } => text["unnamed"],
        { NameIsHeard: true } => text["name.heard", row.Name],
        _ => row.Name,
    };

    /// <summary>"男 · 58–65 岁 · 解放路桥下".</summary>
    public string Line(RecordRow row) => string.Join(" · ", new[] { Sex(row), Age(row), row.Place }.Where(w => w is { Length: > 0 }));

    /// <summary>"男 · 58–65 岁".</summary>
    public string Short(RecordRow row) => string.Join(" · ", new[] { Sex(row), Age(row) }.OfType<string>());

    /// <summary>Null when nobody said or saw it.</summary>
    private string? Sex(RecordRow row) => row.Sex switch { "M" => shared["sex.Male"].Value, "F" => shared["sex.Female"].Value, _ => null };

    private string? Age(RecordRow row) => facts.Say(FactKind.Age, row.Age?.ToString(), CultureInfo.CurrentUICulture);
}
