using System.Globalization;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Relatives in words.</summary>
internal static class Kinship
{
    public static string Words(FamilyMember member, bool named, Func<string, string> written)
    {
        var relation = Relation(member.Relation);
        if (member.Count is > 1) return string.Create(CultureInfo.InvariantCulture, $"有{member.Count}个{relation}");
        return named && member.Name is { } name ? relation + written(name) : relation;
    }

    public static string Relation(Relation relation) => relation switch
    {
        Domain.Values.Relation.Father => "父亲",
        Domain.Values.Relation.Mother => "母亲",
        Domain.Values.Relation.ElderBrother => "哥哥",
        Domain.Values.Relation.YoungerBrother => "弟弟",
        Domain.Values.Relation.ElderSister => "姐姐",
        Domain.Values.Relation.YoungerSister => "妹妹",
        Domain.Values.Relation.Son => "儿子",
        Domain.Values.Relation.Daughter => "女儿",
        _ => "亲戚",
    };
}
