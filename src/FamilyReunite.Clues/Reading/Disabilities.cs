using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Reading;

/// <summary>Reads words about health and mind into disabilities.</summary>
internal static partial class Disabilities
{
    [GeneratedRegex("(?:无|没有|未见|非|不)(?:精神|智力|残疾|听力|癫痫|聋)[^,。、]{0,4}|(?:精神|智力|听力|视力|记忆力?|神志|思维)(?:状态|状况|状况)?(?:尚可|尚好|良好|正常|较好|清楚|清醒|很好)", RegexOptions.CultureInvariant)]
    private static partial Regex Sound();

    private static readonly (string[] Words, Disability Disability)[] Table =
    [
        (["聋", "耳背", "听力", "听不见"], Disability.Deaf), (["哑", "不会说话", "不能说话", "言语残疾", "失语"], Disability.Mute), (["失明", "盲", "瞎", "视力残疾"], Disability.Blind),
        (["智力", "智障", "弱智", "反应迟钝", "唐氏", "傻", "自闭"], Disability.Intellectual), (["精神", "自言自语", "疯", "抑郁", "躁狂", "情绪不稳"], Disability.Mental),
        (["痴呆", "阿尔茨海默", "阿尔兹海默", "健忘", "记忆", "记不清", "记性", "失忆", "时清时糊"], Disability.Memory), (["肢体", "跛", "瘸", "截肢", "断肢"], Disability.Limb),
        (["瘫", "偏瘫", "中风后"], Disability.Paralysed), (["癫痫", "羊癫", "羊角风"], Disability.Epilepsy),
    ];

    public static void Read(string words, SortedSet<Disability> into)
    {
        var left = Sound().Replace(words, "");
        foreach (var (any, disability) in Table)
            if (any.Any(w => left.Contains(w, StringComparison.Ordinal))) into.Add(disability);
    }
}
