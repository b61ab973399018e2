using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Homes.Exchange;
using Spectre.Console;

namespace FamilyReunite.Cli.Homes;

/// <summary>Homes as a table for people.</summary>
internal static class HomeTable
{
    private const int ReasonsShown = 3;

    public static void Show(Session session, HomeResult result)
    {
        if (result.Declined) session.Out.WriteLine(session.Say("home.declined"));
        var table = new Table().AddColumns(session.Say("home.place"), session.Say("home.code"), session.Say("home.probability"), session.Say("home.reasons"));
        foreach (var h in result.Homes)
            table.AddRow(Markup.Escape(string.Join(' ', new[] { h.Province, h.Prefecture, h.County, h.Town, h.Village }.Where(n => n is not null).Distinct())), h.Code,
                h.Probability.ToString("P1", session.Culture), Markup.Escape(string.Join(session.Culture.Name == "en" ? "; " : "；", h.Reasons.Take(ReasonsShown))));
        session.Write(table);
        if (result.Declined || result.Regions.Count == 0) return;
        session.Out.WriteLine(session.Say("home.regions", string.Join(session.Culture.Name == "en" ? ", " : "、", result.Regions.Take(ReasonsShown).Select(r => $"{r.Area} {r.Probability.ToString("P0", session.Culture)}"))));
    }
}
