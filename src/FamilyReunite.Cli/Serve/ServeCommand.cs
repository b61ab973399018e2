using System.CommandLine;
using FamilyReunite.Cli.Console;
using FamilyReunite.Web;

namespace FamilyReunite.Cli.Serve;

/// <summary><c>reunite serve [--urls URL] [--demo]</c>: the same server as the web project's own program.</summary>
internal static class ServeCommand
{
    public static Command Create(SharedOptions shared)
    {
        var urls = new Option<string?>("--urls") { Description = "监听地址 · Address to listen on" };
        var demo = new Option<bool>("--demo") { Description = "载入示例数据 · Load the sample data" };
        return shared.Run(new Command("serve", "启动服务器 · Start the server") { urls, demo }, (session, call, ct) =>
        {
            List<string> args = ["--data", session.Data.Path];
            if (call.GetValue(urls) is { } url) args.AddRange(["--urls", url]);
            if (call.GetValue(demo)) args.Add("--demo");
            return ReuniteWeb.RunAsync([.. args]);
        });
    }
}
