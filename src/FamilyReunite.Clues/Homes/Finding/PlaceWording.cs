using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Says what a statement about a place was taken to mean.</summary>
internal static class PlaceWording
{
    public static HomeClueKind KindOf(StatementKind kind) => kind switch
    {
        StatementKind.Printed or StatementKind.Journey => HomeClueKind.WrittenPlace,
        StatementKind.Guess => HomeClueKind.GuessedPlace,
        _ => HomeClueKind.SaidPlace,
    };

    public static HomeReason Reading(HomeStatement s, PlaceGuess best)
    {
        var (zh, en) = Source(s.Kind);
        var name = Name(best);
        return new HomeReason($"{zh}“{s.Words}”：可能是{name}", $"{en} “{s.Words}”: may be {name}");
    }

    public static HomeReason Why(HomeStatement s, PlaceGuess guess)
    {
        var (zh, en) = Source(s.Kind);
        var name = Name(guess);
        var because = guess.Reasons.Count > 0 ? $"（{string.Join("，", guess.Reasons)}）" : "";
        var why = guess.Reasons.Count > 0 ? $" ({string.Join(", ", guess.Reasons.Select(ReasonInEnglish.Of))})" : "";
        return new HomeReason($"{zh}“{s.Words}”：{name}{because}", $"{en} “{s.Words}”: {name}{why}");
    }

    private static (string Zh, string En) Source(StatementKind kind) => kind switch
    {
        StatementKind.Home or StatementKind.Told => ("说家在", "Said home is"),
        StatementKind.Printed => ("随身物上写着", "Written on a belonging:"),
        StatementKind.Journey => ("来路", "Came by way of"),
        StatementKind.Guess => ("有人猜是", "Somebody supposed"),
        _ => ("说过", "Said"),
    };

    private static string Name(PlaceGuess g) => string.Concat(new[] { g.Prefecture == g.Province ? null : g.Province, g.Prefecture, g.County, g.Town, g.Village }.OfType<string>().Distinct());
}
