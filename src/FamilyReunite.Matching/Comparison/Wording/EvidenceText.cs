using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace FamilyReunite.Matching.Comparison;

/// <summary>The resource files EvidenceText.resx (zh-CN) and EvidenceText.en.resx.</summary>
internal static class EvidenceText
{
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly ResourceManager Resources = new(typeof(EvidenceText));
    private static readonly ConcurrentDictionary<(string Key, string Culture), string> Read = new();

    public static string Get(string key, CultureInfo culture) => Read.GetOrAdd((key, culture.Name),
        static k => Resources.GetString(k.Key, CultureInfo.GetCultureInfo(k.Culture)) ?? throw new InvalidOperationException($"EvidenceText has no entry {k.Key}."));
}
