using System.Globalization;
using System.Resources;

namespace FamilyReunite.EndToEnd.Tests;

/// <summary>What a page says, by the key of its resource file, so that a test finds things as a reader does.</summary>
internal static class Said
{
    public static string In<T>(string key, string language = "zh-CN", params object[] args)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var sentence = new ResourceManager(typeof(T)).GetString(key, culture) ?? throw new MissingManifestResourceException($"{typeof(T).Name}: {key}");
        return string.Format(culture, sentence, args);
    }
}
