using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>What a person remembers of home: food, crops, animals, the land.</summary>
internal sealed partial class LifeAtHome : FactFamily
{
    private const string Item = "[一-鿿]{1,8}";

    [GeneratedRegex($@"(?:爱吃|喜欢吃|(?:过年|过节|冬至|平常|经常|天天|在家|早饭|中饭|晚饭)吃|(?<=^|[,。;、\n])(?:只|会|能)?吃(?!过|饭|药|得|完|不|了|力|苦)|喜吃|常吃|平时吃|主食(?:是|为|:)?|想吃|饮食[^:\n]{{0,8}}:|吃的是)(?<what>{Item}(?:(?:、|和|及){Item}){{0,6}})", RegexOptions.CultureInvariant)]
    private static partial Regex Food();

    [GeneratedRegex($@"(?:种植?(?:着|有|过)?|地里有)(?<what>(?:水稻|稻|小麦|麦子?|玉米|苞谷|棉花|花生|红薯|土豆|洋芋|甘蔗|油菜|茶叶?|烟叶?|大豆|高粱|苹果|橘子|柑橘|葡萄|橡胶|香蕉|荔枝|枣|核桃|辣椒|药材|烤烟|包谷|青稞|谷子|小米|荞麦|芝麻|西瓜|菠萝|芒果|龙眼|桑树?|果树|梨|桃|板栗|花椒|三七|蔬菜|菜)(?:(?:、|和|及){Item})*)", RegexOptions.CultureInvariant)]
    private static partial Regex Crop();

    [GeneratedRegex("(?:养(?:着|有|过)?|放)(?<what>(?:牛|羊|马|猪|骆驼|牦牛|鸭|鹅|鱼|蚕|蜂|驴子?|骡子?|水牛|黄牛|山羊|绵羊|鸡|兔子?)(?:(?:、|和)(?:牛|羊|马|猪|骆驼|鸡|鸭|鹅|鱼|驴|骡子?|水牛|黄牛))*)", RegexOptions.CultureInvariant)]
    private static partial Regex Animal();

    [GeneratedRegex("^(?:自称|自述|说|只?记得)?(?:家乡|老家|家里|家住|村里|村口|村边|村前|村后|屋后|屋前|房后|门前|门口|家门口|旁边|住的地方|附近)?(?:是|有|在|:)?(?<what>山区|平原|草原|丘陵|海边|靠海边?|河边|湖边|山脚下?|山上|大山里?|高原|沙漠|窑洞|住窑洞|有铁路|冬天睡炕|睡炕|火炕|(?:有[一]?)?[条座个片]?[大小]?(?:河|江|溪|山|湖|水库|铁路|煤矿|竹林|树林|森林|池塘|水塘|庙)|有[一]?[条座个片][大小]?(?:河|江|溪|山|湖|海|水库|铁路|煤矿|竹林|树林|森林|池塘|水塘|庙|桥|塔)|有煤矿|有水库|有条河|有竹林|屋后有竹林|家门口有条河|靠海|木头房子|土坯房|吊脚楼|烧煤|烧炕|冬天下雪|冬天有暖气|蒙古包)$", RegexOptions.CultureInvariant)]
    private static partial Regex Terrain();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Food, FactKind.Crop, FactKind.Animal, FactKind.Terrain];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in Food().Matches(text)) AddEach(FactKind.Food, m.Groups["what"], found);
        foreach (Match m in Crop().Matches(text)) AddEach(FactKind.Crop, m.Groups["what"], found);
        foreach (Match m in Animal().Matches(text)) AddEach(FactKind.Animal, m.Groups["what"], found);
        foreach (var c in Clause.Of(text, lists: true))
            if (c.Text.Length <= 14 && Terrain().Match(c.Text) is { Success: true } m) found.Add(Fact(FactKind.Terrain, c, m.Groups["what"].Value));
    }

    public override string? Understand(FactKind kind, string asHeard) => asHeard.Trim() is { Length: > 0 } words ? words : null;

    private static void AddEach(FactKind kind, Group list, List<ReadFact> found)
    {
        foreach (var piece in Clause.Of(list.Value.Replace('和', '、').Replace('及', '、'), lists: true))
            found.Add(new ReadFact(kind, piece.Text, piece.Text, list.Index + piece.Start, piece.Text.Length));
    }
}
