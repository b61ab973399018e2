using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Notices;

/// <summary>How many of each relation a notice counts.</summary>
internal static partial class Relatives
{
    private static readonly (string Word, string Relation)[] Short =
    [
        ("儿子", "儿子"), ("女儿", "女儿"), ("哥哥", "哥哥"), ("姐姐", "姐姐"), ("弟弟", "弟弟"), ("妹妹", "妹妹"), ("孙子", "孙子"), ("孙女", "孙女"), ("兄弟姐妹", "兄弟姐妹"), ("姐妹", "姐妹"), ("兄弟", "兄弟"), ("孩子", "孩子"),
        ("儿", "儿子"), ("子", "儿子"), ("女", "女儿"), ("哥", "哥哥"), ("姐", "姐姐"), ("弟", "弟弟"), ("妹", "妹妹"),
    ];

    [GeneratedRegex($@"(?<n>\d{{1,2}}|[一二两三四五六七八九])\s*[个名位]?\s*亲?(?<rel>兄弟姐妹|儿子|女儿|哥哥|姐姐|弟弟|妹妹|孙子|孙女|姐妹|兄弟|孩子|[儿子女哥姐弟妹](?![一-鿿]*[性士童婴孩生岁])(?=[一二两三四五六七八九\d]|[,。;、\n)]|$))|(?<rel>兄弟姐妹|儿子|女儿|哥哥|姐姐|弟弟|妹妹|孙子|孙女|姐妹|兄弟|孩子)(?:有|共|:)?(?<n>\d{{1,2}}|[一二两三四五六七八九])\s*[个名位人]", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>Relation → number, with where it stands.</summary>
    public static IEnumerable<(string Relation, int Count, int Start, int Length)> In(string text)
    {
        foreach (Match m in Counted().Matches(text))
            if (ChineseNumber.Read(m.Groups["n"].Value) is { } n and >= 1 and <= 20 && Array.Find(Short, s => s.Word == m.Groups["rel"].Value).Relation is { } relation)
                yield return (relation, (int)n, m.Index, m.Length);
    }

    public static string? Word(Relation relation) => relation switch
    {
        Relation.ElderBrother => "哥哥", Relation.YoungerBrother => "弟弟", Relation.Brother => "兄弟", Relation.ElderSister => "姐姐", Relation.YoungerSister => "妹妹", Relation.Sister => "姐妹",
        Relation.Son => "儿子", Relation.Daughter => "女儿", Relation.Child => "孩子", Relation.Grandchild => "孙辈", Relation.Uncle => "叔伯", Relation.Aunt => "姑姨", Relation.Cousin => "堂表亲",
        _ => null,
    };
}
