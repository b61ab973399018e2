using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Cli.Sounds;

/// <summary>The dialect area that sounds are judged by: that of a place, all areas when none is named.</summary>
internal static class SpokenArea
{
    public static Option<string?> At() => new("--at") { Description = "在哪里的方言里说（地名或代码） · Place whose dialect it is said in (name or code)" };

    /// <summary>The place's name and area; null, with the reason said, when the place is not understood.</summary>
    public static (string? Place, string Area)? Of(Session session, string? at)
    {
        if (string.IsNullOrWhiteSpace(at)) return (null, ConfusionTable.Pooled);
        var places = session.Get<IPlaceResolver>();
        var code = DivisionCode.TryParse(at, out var given) && places.NameOf(given) is not null ? given : places.Resolve(new PlaceQuery(at, Top: 1)) is [var first, ..] ? first.Code : default;
        if (!code.IsEmpty && places.DialectAreaOf(code) is { Length: > 0 } area) return (places.NameOf(code), area);
        session.Error.WriteLine(session.Say("sound.no-place", at));
        return null;
    }
}
