using System.Globalization;
using System.Resources;

namespace FamilyReunite.Cli.Console;

/// <summary>What the command says to people (<c>CliText.resx</c>: Chinese, <c>CliText.en.resx</c>: English).</summary>
internal static class CliText
{
    private static readonly ResourceManager File = new(typeof(CliText));

    /// <exception cref="MissingManifestResourceException">No such key: a defect.</exception>
    public static string Of(string key, CultureInfo culture, params object[] args)
    {
        var text = File.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text {key}.");
        return args.Length == 0 ? text : string.Format(culture, text, args);
    }
}
