using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FamilyReunite.Casework.Problems;

namespace FamilyReunite.Cli.Tests.Architecture;

/// <summary>Whatever the software says, it says in Chinese and in English.</summary>
public sealed partial class SentenceTests
{
    private static readonly DirectoryInfo Source = new(Path.Combine(HouseTests.Root.FullName, "src"));

    [Fact]
    public void Problems_EveryCodeInTheSource_HaveASentenceInBothLanguages()
    {
        var codes = Source.EnumerateFiles("*.cs", SearchOption.AllDirectories).Where(f => !Built().IsMatch(f.FullName))
            .SelectMany(f => FirstArgument().Matches(File.ReadAllText(f.FullName))).SelectMany(m => Code().Matches(m.Value)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(codes);
        var (chinese, english) = (CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en"));
        Assert.All(codes, code => Assert.True(ProblemSentences.Find(code, chinese) is { Length: > 0 } zh && ProblemSentences.Find(code, english) is { Length: > 0 } en && zh != en, code));
    }

    [Fact]
    public void Resources_EveryChineseFile_HasTheSameKeysAndPlacesInEnglish()
    {
        var files = Source.EnumerateFiles("*.resx", SearchOption.AllDirectories).Where(f => !Built().IsMatch(f.FullName) && !f.Name.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var (chinese, english) = (Read(file.FullName), Read(file.FullName[..^".resx".Length] + ".en.resx"));
            Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
            Assert.All(chinese, row => Assert.True(Places(row.Value).SetEquals(Places(english[row.Key])), $"{file.Name}: {row.Key}"));
        }
    }

    private static Dictionary<string, string> Read(string path) => XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"new Problem\([^,)]*")]
    private static partial Regex FirstArgument();

    [GeneratedRegex(@"""([a-z]+\.[a-z-]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}
