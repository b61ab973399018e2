using System.CommandLine;
using FamilyReunite.Cli.Audit;

namespace FamilyReunite.Cli;

/// <summary>The <c>reunite</c> command and its options.</summary>
public static class ReuniteCommand
{
    public static RootCommand Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "数据文件夹 · Data folder", Recursive = true, DefaultValueFactory = _ => new DirectoryInfo("data") };
        var json = new Option<bool>("--json") { Description = "输出 JSON · Print JSON", Recursive = true };
        return new RootCommand("团圆 · FamilyReunite") { data, json, AuditVerifyCommand.Create(data, json) };
    }
}
