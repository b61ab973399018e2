using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>The labels of forms and the kind of fact that stands behind each; null for a label whose value is read as running text or not at all.</summary>
internal static class Labels
{
    private static readonly (FactKind? Kind, string Words)[] Table =
    [
        (FactKind.Name, "姓名|名字|失踪人姓名|失踪者姓名|走失人姓名|走失者姓名|走失人员姓名|被寻人姓名|被寻人|被寻者|受助人姓名|受助人员姓名|自述姓名|自报姓名|寻找对象|走失人|失踪人"),
        (FactKind.OtherName, "小名|乳名|别名|曾用名|又名|绰号|外号|昵称|化名"),
        (FactKind.Sex, "性别"),
        (FactKind.Age, "年龄|失踪时年龄|走失时年龄|估计年龄|目测年龄|大约年龄|大概年龄|现在年龄|年纪|自述年龄|推测年龄"),
        (FactKind.BirthDate, "出生日期|出生年月|出生年月日|出生时间|出生年份|出生|生日|推定出生日期|估计出生日期|推测出生日期"),
        (FactKind.Zodiac, "属相|生肖"),
        (FactKind.Height, "身高|失踪时身高|走失时身高|目测身高|现身高|估计身高|身长"),
        (FactKind.Weight, "体重|失踪时体重|走失时体重|目测体重"),
        (FactKind.Build, "体型|体态|身材|身形|胖瘦"),
        (FactKind.Hair, "发型|头发|发式|发长"),
        (FactKind.Upper, "上衣|上身|上身穿着"), (FactKind.Lower, "下衣|裤子|下身|下身穿着"), (FactKind.Shoes, "鞋子|鞋|脚穿"), (FactKind.Hat, "帽子|头戴"),
        (FactKind.MissingAt, "失踪日期|失踪时间|走失日期|走失时间|丢失日期|丢失时间|离家时间|失联时间|走散时间|被拐时间|走失年月"),
        (FactKind.MissingPlace, "失踪地点|走失地点|丢失地点|失联地点|走散地点|被拐地点|走失地|失踪地|走失位置|失踪详细地点"),
        (FactKind.FoundAt, "发现时间|发现日期|入站时间|入站日期|进站时间|进站日期|救助时间|救助日期|受助时间|捡拾时间|捡拾日期|拾捡时间|拾捡日期|捡到时间|接收时间|入院时间|被遗弃时间|到站时间|来站时间"),
        (FactKind.FoundPlace, "发现地点|发现地|救助地点|救助地|捡拾地点|拾捡地点|捡到地点|流浪地点|流入地|被遗弃地点|发现位置"),
        (FactKind.HomePlace, "失踪人所在地|失踪人所在省|家庭住址|家庭地址|家庭所在地|户籍所在地|户籍地址|户籍地|户籍|籍贯|原籍|住址|家庭详细住址|家乡|老家|疑似籍贯|可能籍贯|疑似户籍|自述住址|自述家庭住址|自述地址|自报住址|现住址|居住地|家住"),
        (FactKind.Accent, "口音|方言|说话口音|语言口音"), (FactKind.Language, "语言|使用语言|所说语言"), (FactKind.Ethnicity, "民族|疑似民族"),
        (FactKind.Belonging, "随身物品|携带物品|随身携带物品|随身携带|随身财物|遗留物品|遗物|身上物品|随带物品"),
        (FactKind.Vehicle, "交通工具|车辆|驾驶车辆"),
        (FactKind.Health, "健康状况|身体状况|健康情况|身体情况|疾病|病史|疾病史|精神状况|精神状态|精神情况|智力|智力情况|残疾情况|疾病情况"),
        (FactKind.Food, "饮食|饮食习惯|饮食、生活习惯|饮食生活习惯|生活习惯|爱吃|主食"), (FactKind.Crop, "农作物|作物|种植作物|当地农作物|庄稼"), (FactKind.Animal, "家畜|饲养|养殖|家禽|饲养动物"),
        (FactKind.Terrain, "地理环境|家庭居住地的地理环境|居住地地理环境|地形|地形地貌|居住环境|家庭环境|周围环境"),
        (FactKind.Dna, "是否采集DNA|DNA|DNA采集|是否采血|血样采集|采血情况|DNA情况|是否采血入库"),
        (FactKind.Circumstances, "失踪经过|走失经过|失踪原因|走失原因|丢失经过|走失详情"),
        (null, "特征|体貌特征|身体特征|外貌特征|特征描述|失踪者特征描述|寻亲者特征描述|明显特征|体表特征|体貌|相貌特征|面部特征|特殊特征|显著特征|衣着|穿着|衣着特征|衣着打扮|走失时衣着|失踪时衣着|离家时衣着|入站时衣着|家庭成员|家人|备注|其他|其它|其他资料|其他特征|基本情况|简要情况|寻亲类别|失踪类型|登记信息|通常出行路线|血型|失踪孩子的血型或父母血型或兄弟姐妹的血型|方言词|寻人启事|寻亲启事|寻亲公告|自述|主要情况|类别|类型|照片|父亲姓名|母亲姓名|救助单位"),
    ];

    private static readonly Dictionary<string, FactKind?> Kinds = Table.SelectMany(r => r.Words.Split('|').Select(w => (w, r.Kind))).ToDictionary(x => x.w, x => x.Kind, StringComparer.Ordinal);

    /// <summary>Characters of the longest label.</summary>
    public static readonly int Longest = Kinds.Keys.Max(k => k.Length);

    /// <summary>True when the words, blanks left out, are a label.</summary>
    public static bool TryGet(string words, out FactKind? kind) => Kinds.TryGetValue(words.Replace(" ", "", StringComparison.Ordinal), out kind);
}
