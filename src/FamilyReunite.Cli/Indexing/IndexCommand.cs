using System.CommandLine;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Cli.Console;

namespace FamilyReunite.Cli.Indexing;

/// <summary><c>reunite index rebuild|check</c>.</summary>
internal static class IndexCommand
{
    public static Command Create(SharedOptions shared) => new("index", "检索索引 · The search index")
    {
        shared.Run(new Command("rebuild", "从数据库重建，建好再换 · Build anew beside the old one and swap"), RebuildAsync),
        shared.Run(new Command("check", "与数据库逐条对照 · Compare with the database"), CheckAsync),
    };

    private static async Task<int> RebuildAsync(Session session, ParseResult call, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        var outcome = await session.ProgressAsync(session.Say("index.progress"), bar => session.Get<IndexRebuilder>().RebuildAsync(Progressing.Of(bar), ct));
        if (outcome.Value is not { } built) return session.Refuse(outcome.Problems);
        if (session.Json) session.Line(built);
        else session.Out.WriteLine(session.Say("index.rebuilt", built.Records, built.CaughtUp));
        return ExitCode.Fine;
    }

    private static async Task<int> CheckAsync(Session session, ParseResult call, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        var outcome = await session.Get<IndexChecker>().CheckAsync(ct);
        if (outcome.Value is not { } v) return session.Refuse(outcome.Problems);
        if (session.Json) session.Line(v);
        else session.Out.WriteLine(session.Say(v.Holds ? "index.holds" : "index.differs", v.Records, v.Missing.Count, v.Stale.Count, v.Extra.Count, v.Behind));
        return v.Holds ? ExitCode.Fine : ExitCode.Finding;
    }
}
