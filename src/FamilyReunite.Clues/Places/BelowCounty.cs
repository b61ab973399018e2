using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Places;

/// <summary>The words of an address below the county, cut at their level words and not looked up.</summary>
internal static partial class BelowCounty
{
    [GeneratedRegex(@"^[\s,，、]*(?<town>[一-鿿]{1,8}?(?:镇|乡|街道办事处|街道|办事处|公社|苏木|农场|林场))?[\s,，、]*(?<village>[一-鿿0-9]{1,12}?(?:村委会|村民组|村|屯|庄|寨|大队|生产队|社区|组|队))?", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    public static (string? Town, string? Village) Read(string rest)
    {
        var m = Form().Match(rest);
        return (Word(m.Groups["town"]), Word(m.Groups["village"]));

        static string? Word(Group g) => g.Success && g.Length > 1 ? g.Value : null;
    }
}
