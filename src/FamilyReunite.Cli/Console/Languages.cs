using System.Globalization;

namespace FamilyReunite.Cli.Console;

/// <summary>The languages the command speaks.</summary>
internal static class Languages
{
    public static CultureInfo Zh { get; } = CultureInfo.GetCultureInfo("zh-CN");

    public static CultureInfo En { get; } = CultureInfo.GetCultureInfo("en");
}
