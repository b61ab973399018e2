using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Telephone codes, plates, postal codes and the beginnings of identity numbers in running words.</summary>
internal static partial class CodeReader
{
    [GeneratedRegex("(?:电话|座机|区号|号码|打)[^0-9]{0,6}(?<code>0[1-9][0-9]{1,2})(?:[-() ]|[0-9xX*某]{5,8}|$)|(?<![0-9])(?<code>0[3-9][0-9]{2})-[0-9xX*]{4,8}", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex("(?<code>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z])(?=[-· 0-9A-Zx*某牌车号,。)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Plate();

    [GeneratedRegex("(?:邮编|邮政编码)[^0-9]{0,4}(?<code>[0-9]{6})", RegexOptions.CultureInvariant)]
    private static partial Regex Postal();

    [GeneratedRegex("(?:身份证|证件|证号|社保|医保|残疾证)[^0-9,]{0,8}(?<code>[1-8][0-9]{3,5})", RegexOptions.CultureInvariant)]
    private static partial Regex IdNumber();

    public static void Read(string sentence, List<HomeStatement> into)
    {
        Add(Phone(), "phone", 0.5);
        Add(Plate(), "plate", 0.35);
        Add(Postal(), "postal", 0.5);
        Add(IdNumber(), "id", 0.9);

        void Add(Regex pattern, string kind, double trust)
        {
            foreach (Match m in pattern.Matches(sentence)) into.Add(new HomeStatement(StatementKind.Code, $"{kind} {m.Groups["code"].Value}", trust));
        }
    }
}
