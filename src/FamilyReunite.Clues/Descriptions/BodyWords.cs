using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Words for marks, parts and sides of the body; the first that fits wins, so the narrower stand first.</summary>
internal static class BodyWords
{
    private static readonly (string Words, MarkKind Kind, BodyPart Usual)[] Kinds =
    [
        ("金牙|镶牙|银牙|镶了牙", MarkKind.GoldTooth, BodyPart.Tooth), ("双眼皮", MarkKind.DoubleEyelid, BodyPart.Eye), ("耳洞|耳环|耳钉|耳眼", MarkKind.PiercedEar, BodyPart.Ear),
        ("没有头发|秃|谢顶|脱发", MarkKind.Bald, BodyPart.Head), ("麻子|麻脸|麻点", MarkKind.Pockmark, BodyPart.Face), ("唇裂|兔唇|豁嘴|腭裂|裂唇", MarkKind.CleftLip, BodyPart.Mouth),
        ("六指|多一指|多指|多一个手指|六趾|多趾|多一趾", MarkKind.ExtraPart, BodyPart.Hand), ("酒窝|酒靥|梨涡", MarkKind.Dimple, BodyPart.Cheek),
        ("烫伤|烧伤|烫疤|烧疤|烟疤|烟头|火烧|开水烫", MarkKind.BurnScar, BodyPart.Unknown), ("手术|开过刀|开刀|刀口|阑尾", MarkKind.SurgicalScar, BodyPart.Unknown),
        ("胎记|红记|青记|黑记|血管瘤|胎痣", MarkKind.Birthmark, BodyPart.Unknown), ("纹身|刺青|文身|刺字|纹有", MarkKind.Tattoo, BodyPart.Unknown),
        ("痣", MarkKind.Mole, BodyPart.Unknown), ("瘊|肉瘤|疣|肉瘊|肉疙瘩", MarkKind.Wart, BodyPart.Unknown),
        ("疤|伤痕|刀痕|疮痕", MarkKind.Scar, BodyPart.Unknown), ("斜视|失明|独眼|单眼|眼瞎|瞎眼|瞎了|斗鸡眼|斜眼|义眼|看不见", MarkKind.SquintOrBlindEye, BodyPart.Eye),
        ("驼背|背驼|罗锅|佝偻|驼", MarkKind.Hunchback, BodyPart.Back), ("跛|瘸|拖地|拐着走|一拐一拐|腿拐|走路拐|拖着走", MarkKind.Limp, BodyPart.Leg),
        ("畸形|变形|弯曲|萎缩|外翻|长短", MarkKind.Deformity, BodyPart.Unknown), ("旋", MarkKind.HairWhorl, BodyPart.Head),
        ("残缺|缺一节|缺一截|缺失|断指|断了|少一|少了|截肢|截断|缺半|缺一|断掉|没有手指|残指|少一根|缺了|缺半截|缺小指|缺无名指|缺中指|缺食指|缺拇指|缺手指|缺脚趾", MarkKind.MissingPart, BodyPart.Unknown),
    ];

    private static readonly (string Words, BodyPart Part)[] Parts =
    [
        ("牙", BodyPart.Tooth), ("脚趾|脚大拇趾|趾", BodyPart.Toe), ("食指|中指|无名指|小指|拇指|手指|指头|指", BodyPart.Finger), ("手背|手掌|手心|手腕|虎口|手", BodyPart.Hand),
        ("眉", BodyPart.Brow), ("眼", BodyPart.Eye), ("鼻", BodyPart.Nose), ("嘴|唇|口角", BodyPart.Mouth), ("下巴|下颌|颏|下颚", BodyPart.Chin), ("耳", BodyPart.Ear),
        ("额|脑门|天庭", BodyPart.Forehead), ("脸颊|脸蛋|面颊|腮|颧", BodyPart.Cheek), ("脸|面部", BodyPart.Face), ("脖|颈|喉", BodyPart.Neck), ("头|脑|太阳穴", BodyPart.Head),
        ("肩", BodyPart.Shoulder), ("小臂|前臂|下臂", BodyPart.Forearm), ("大臂|上臂", BodyPart.UpperArm), ("胳膊|手臂|臂", BodyPart.Arm),
        ("小腿|腿肚", BodyPart.Calf), ("大腿", BodyPart.Thigh), ("膝", BodyPart.Knee), ("脚|足|踝", BodyPart.Foot), ("腿", BodyPart.Leg),
        ("屁股|臀|胯|髋", BodyPart.Hip), ("腰", BodyPart.Waist), ("肚|腹|脐", BodyPart.Belly), ("胸|乳|肋", BodyPart.Chest), ("背", BodyPart.Back), ("全身|浑身|身上", BodyPart.WholeBody),
    ];

    private static readonly (string[] Words, MarkKind Kind, BodyPart Usual)[] KindWords = [.. Kinds.Select(k => (k.Words.Split('|'), k.Kind, k.Usual))];
    private static readonly (string[] Words, BodyPart Part)[] PartWords = [.. Parts.Select(p => (p.Words.Split('|'), p.Part))];

    public static BodyMark? Read(string words)
    {
        if (Kind(words) is not var (kind, usual) || Denied(words)) return null;
        return new BodyMark(kind, Part(words, kind, usual), Side(words));
    }

    private static (MarkKind Kind, BodyPart Usual)? Kind(string words)
    {
        if (words.Contains('牙', StringComparison.Ordinal) && Has(words, ["缺", "掉", "没", "无", "脱落", "少"])) return (MarkKind.MissingTooth, BodyPart.Tooth);
        foreach (var (any, kind, usual) in KindWords)
            if (Has(words, any)) return (kind, usual);
        return null;
    }

    private static BodyPart Part(string words, MarkKind kind, BodyPart usual)
    {
        if (kind is MarkKind.MissingTooth or MarkKind.GoldTooth or MarkKind.Hunchback or MarkKind.Bald or MarkKind.HairWhorl or MarkKind.DoubleEyelid or MarkKind.CleftLip or MarkKind.SquintOrBlindEye or MarkKind.PiercedEar)
            return kind == MarkKind.HairWhorl && words.Contains('额', StringComparison.Ordinal) ? BodyPart.Forehead : usual;
        if (kind == MarkKind.ExtraPart) return Has(words, ["脚", "趾"]) ? BodyPart.Foot : BodyPart.Hand;
        words = words.Replace("手术", "", StringComparison.Ordinal);
        var sided = Side(words) is BodySide.Left or BodySide.Right;
        foreach (var (any, part) in PartWords)
        {
            if (!Has(words, any)) continue;
            // one side of the face is a cheek; the leg's own words say where a limp sits
            if (part == BodyPart.Face && sided) return BodyPart.Cheek;
            if (part == BodyPart.Face && usual == BodyPart.Cheek) return BodyPart.Cheek;
            return kind == MarkKind.Limp ? BodyPart.Leg : part;
        }
        return usual;
    }

    private static BodySide Side(string words)
    {
        var left = words.Contains('左', StringComparison.Ordinal);
        var right = words.Contains('右', StringComparison.Ordinal);
        if (left && right || Has(words, ["双手", "双脚", "双腿", "双臂", "双耳", "两手", "两腿", "两眼", "双眼失", "两侧", "两边", "两只"])) return BodySide.Both;
        if (left) return BodySide.Left;
        if (right) return BodySide.Right;
        return Has(words, ["正中", "中间", "中央", "眉心", "人中"]) ? BodySide.Middle : BodySide.Unknown;
    }

    private static bool Denied(string words)
    {
        if (words.Replace("无名指", "", StringComparison.Ordinal).Replace("无牙", "", StringComparison.Ordinal).Contains('无', StringComparison.Ordinal)) return true;
        foreach (var word in (ReadOnlySpan<string>)["没有", "未见", "未发现", "没发现", "不明显", "无明显", "没什么", "有无"])
            if (words.Contains(word, StringComparison.Ordinal) && !words.Contains("没有头发", StringComparison.Ordinal) && !words.Contains('牙', StringComparison.Ordinal) && !words.Contains("没有手指", StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Has(string text, ReadOnlySpan<string> any)
    {
        foreach (var word in any)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
