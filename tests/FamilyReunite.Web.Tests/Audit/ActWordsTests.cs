using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using FamilyReunite.Web.Pages.Audit;

namespace FamilyReunite.Web.Tests.Audit;

/// <summary>Whatever the use-cases write into the chain is said in words on the auditor's page.</summary>
public sealed partial class ActWordsTests
{
    [GeneratedRegex("(?:ChangeNote|NoteAsync)\\([^\"]*\"(?<act>[a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Noted();

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void AuditText_EveryActOfTheUseCases_HasWords(string language)
    {
        var words = new ResourceManager(typeof(AuditText)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language != "en")!;
        var acts = Directory.EnumerateFiles(Path.Combine(Root(), "src", "FamilyReunite.Casework"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Noted().Matches(File.ReadAllText(file)).Select(m => m.Groups["act"].Value)).Distinct().ToList();

        Assert.True(acts.Count > 20, $"{acts.Count} acts found");
        Assert.Equal("", string.Join(" ", acts.Where(act => words.GetString("act." + act) is null)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("FamilyReunite.sln").Length == 0) folder = folder.Parent ?? throw new DirectoryNotFoundException("FamilyReunite.sln");
        return folder.FullName;
    }
}
