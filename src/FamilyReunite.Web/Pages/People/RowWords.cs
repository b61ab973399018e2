using FamilyReunite.Casework.Records;
using FamilyReunite.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.People;

/// <summary>Says a list line in the language of the page.</summary>
public sealed class RowWords(IStringLocalizer<PeopleText> text, IStringLocalizer<SharedText> shared)
{
    /// <summary>The call name, else the name as stated; where it was only heard or read out of free words, in quotation marks.</summary>
    public string Name(RecordRow row) => row.CallName ?? row switch
    {
        { Name: null } => text["unnamed"],
        { NameIsHeard: true } => text["name.heard", row.Name],
        _ => row.Name,
    };

    /// <summary>Null when nobody said or saw it.</summary>
    public string? Sex(RecordRow row) => row.Sex switch { "M" => shared["sex.Male"].Value, "F" => shared["sex.Female"].Value, _ => null };
}
