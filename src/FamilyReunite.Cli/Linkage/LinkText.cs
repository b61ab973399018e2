using System.Globalization;
using System.Resources;

namespace FamilyReunite.Cli.Linkage;

/// <summary>What the verbs of linking say (<c>LinkText.resx</c>: Chinese, <c>LinkText.en.resx</c>: English).</summary>
internal static class LinkText
{
    private static readonly ResourceManager File = new(typeof(LinkText));

    /// <exception cref="MissingManifestResourceException">No such key: a defect.</exception>
    public static string Of(string key, CultureInfo culture, params object[] args) =>
        string.Format(culture, File.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text {key}."), args);
}
