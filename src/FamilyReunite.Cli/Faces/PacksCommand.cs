using System.CommandLine;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Cli.Console;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Cli.Faces;

/// <summary><c>reunite models install|list|calibrate</c>: the face model packs that the operator brings.</summary>
internal static class PacksCommand
{
    /// <summary>For a slow line and a large file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static Command Create(SharedOptions shared)
    {
        var from = new Argument<string>("from") { Description = "文件夹或网址，内有 pack.json · Folder or address that holds pack.json" };
        var accept = new Option<bool>("--accept-licence") { Description = "已读许可并负责 · The licence was read and is answered for" };
        return new Command("models", "人脸模型包 · Face model packs")
        {
            shared.Run(new Command("install", "装一个模型包 · Install a pack") { from, accept }, (session, call, ct) => InstallAsync(session, call.GetValue(from)!, call.GetValue(accept), ct)),
            shared.Run(new Command("list", "列出 · List them"), (session, _, _) => Task.FromResult(List(session))),
            CalibrateFacesCommand.Create(shared),
        };
    }

    private static async Task<int> InstallAsync(Session session, string from, bool accepted, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = Patience };
        var shelf = new PackShelf(session.Data.Packs, http);
        // without the word for the licence nothing is installed and no database is made
        if (accepted) await session.PrepareAsync(ct);
        var outcome = await session.ProgressAsync(session.Say("packs.progress"), bar => session.Get<PackDesk>().InstallAsync(shelf, Actor.System("models install"), from, accepted, new Bytes(bar), ct));
        if (outcome.Value is not { } pack) return session.Refuse(outcome.Problems);
        if (session.Json) session.Line(new { pack.Manifest.Contract, pack.Manifest.Licence, pack.Folder });
        else session.Out.WriteLine(session.Say("packs.installed", pack.Manifest.Contract, pack.Manifest.Licence));
        return ExitCode.Fine;
    }

    private static int List(Session session)
    {
        using var http = new HttpClient();
        var packs = new PackShelf(session.Data.Packs, http).List();
        if (session.Json) session.Line(packs.Select(p => new { p.Manifest.Contract, p.Manifest.Licence, p.Manifest.Input.Dimension }));
        else if (packs.Count == 0) session.Out.WriteLine(session.Say("packs.none"));
        else foreach (var p in packs) session.Out.WriteLine($"{p.Manifest.Contract}  {p.Manifest.Input.Dimension}  {p.Manifest.Licence}");
        return ExitCode.Fine;
    }

    private sealed class Bytes(IProgress<(long, long)> bar) : IProgress<long>
    {
        public void Report(long value) => bar.Report((value, 0));
    }
}
