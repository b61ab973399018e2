using FamilyReunite.Matching.Linkage.Columns;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>Evidence in words.</summary>
internal static class NameWords
{
    public static PairEvidence Of(NameFigures figures, double weight)
    {
        var (level, zh, en) = figures switch
        {
            { Ratio: > 0.985 } => ("same", "姓名相同", "the same name"),
            { Ratio: > 0.85, Weakest: > 0 } => ("variant", "姓名是另一种写法", "the name in another spelling"),
            { Weakest: > 0.7 } => ("part", "一方姓名包含在另一方里", "one name is part of the other"),
            { Ratio: > 0.45 } => ("some-parts", "姓名部分相同", "parts of the name are the same"),
            { Ratio: > 0 } => ("few-parts", "姓名只有少许相同", "little of the name is the same"),
            _ => ("different", "姓名不同", "different names"),
        };
        return new PairEvidence("full-name", level, weight, zh, en);
    }

    public static (string Zh, string En) Kind(ColumnKind kind) => kind switch
    {
        ColumnKind.BirthDate => ("出生日期", "birth date"),
        ColumnKind.Sex => ("性别", "sex"),
        ColumnKind.Age => ("年龄", "age"),
        ColumnKind.Phone => ("电话", "telephone"),
        ColumnKind.IdNumber => ("证件号", "identity number"),
        ColumnKind.Postcode => ("邮编", "postcode"),
        ColumnKind.Place => ("地点", "place"),
        ColumnKind.Address => ("地址", "address"),
        ColumnKind.Category => ("类别", "category"),
        _ => ("文字", "text"),
    };
}
