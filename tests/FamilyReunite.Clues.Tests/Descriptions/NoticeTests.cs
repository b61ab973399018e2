using CsCheck;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Tests.Descriptions;

/// <summary>Whole notices in the formats that stations meet; the people are invented.</summary>
public sealed class NoticeTests
{
    private static readonly DescriptionReader Reader = new();

    [Fact]
    public void Read_VolunteerForm_FindsEveryField() => AssertReads(
        """
        登记信息
        姓    名：罗小满
        性    别：女
        出生日期：1989年11月02日（农历）
        失踪时身高：约95CM
        失踪日期：1993年03月14日（公历）
        失踪人所在省：贵州省
        失踪地点：贵州省毕节市织金县猫场镇
        失踪者特征描述：左手背有烫伤疤痕，双眼皮。
        1、失踪经过：在集市上与外婆走散。
        2、家庭成员：父亲罗大贵，母亲，还有三个姐姐。
        3、口音：织金口音。
        5、饮食、生活习惯：包谷饭和酸菜。
        6、家庭居住地的地理环境：山区，烧煤。
        注册时间：2011-05-06
        """,
        (FactKind.Name, "罗小满", "罗小满"), (FactKind.Sex, "性    别：女", "F"), (FactKind.BirthDate, "1989年11月02日（农历）", "lunar:1989-11-02"), (FactKind.Height, "身高：约95CM", "92..98"),
        (FactKind.MissingAt, "1993年03月14日（公历）", "1993-03-14"), (FactKind.HomePlace, "贵州省", "52"), (FactKind.MissingPlace, "贵州省毕节市织金县猫场镇", "520524"),
        (FactKind.Mark, "左手背有烫伤疤痕", "BurnScar|Hand|Left"), (FactKind.Mark, "双眼皮", "DoubleEyelid|Eye|Unknown"), (FactKind.Circumstances, "在集市上与外婆走散", "在集市上与外婆走散"),
        (FactKind.Family, "父亲罗大贵", "Father|罗大贵|"), (FactKind.Family, "母亲", "Mother||"), (FactKind.Family, "还有三个姐姐", "ElderSister||3"), (FactKind.Accent, "织金口音", "织金口音"),
        (FactKind.Food, "包谷饭", "包谷饭"), (FactKind.Food, "酸菜", "酸菜"), (FactKind.Terrain, "山区", "山区"), (FactKind.Terrain, "烧煤", "烧煤"));

    [Fact]
    public void Read_PoliceAlert_FindsEveryField() => AssertReads(
        "周子涵，女，2013年4月6日出生，12岁，2025年8月30日在湖北省十堰市房县走失。身高150cm，体重82斤，齐耳短发。走失时上身穿白色短袖、下身穿蓝色牛仔裤，脚穿白色运动鞋，背粉色书包。",
        (FactKind.Name, "周子涵", "周子涵"), (FactKind.Sex, "女", "F"), (FactKind.BirthDate, "2013年4月6日", "2013-04-06"), (FactKind.Age, "12岁", "12..12"), (FactKind.MissingAt, "2025年8月30日", "2025-08-30"),
        (FactKind.MissingPlace, "湖北省十堰市房县", "420325"), (FactKind.Height, "身高150cm", "150..150"), (FactKind.Weight, "体重82斤", "41..41"), (FactKind.Hair, "齐耳短发", "齐耳短发"),
        (FactKind.Upper, "白色短袖", "白色短袖"), (FactKind.Lower, "蓝色牛仔裤", "蓝色牛仔裤"), (FactKind.Shoes, "白色运动鞋", "白色运动鞋"), (FactKind.Belonging, "粉色书包", "粉色书包"));

    [Fact]
    public void Read_StationNote_FindsNameAndHomeAsHeard() => AssertReads(
        "受助人男，看上去50岁左右，西南口音，名叫“马石布”（音），不识字，听力受损。自称家在“静江县”（音），有2个儿子。随身有布包一个、打火机一个。左眉尾有痣，走路跛。",
        (FactKind.Sex, "受助人男", "M"), (FactKind.Age, "看上去50岁左右", "47..53"), (FactKind.Accent, "西南口音", "西南口音"), (FactKind.NameHeard, "马石布", "马石布"), (FactKind.LanguageAbility, "不识字", "不识字"),
        (FactKind.Health, "听力受损", "听力受损"), (FactKind.HomeHeard, "静江县", "321282"), (FactKind.Family, "有2个儿子", "Son||2"), (FactKind.Belonging, "布包一个", "布包一个"), (FactKind.Belonging, "打火机一个", "打火机一个"),
        (FactKind.Mark, "左眉尾有痣", "Mole|Brow|Left"), (FactKind.Mark, "走路跛", "Limp|Leg|Unknown"), (FactKind.Gait, "走路跛", "走路跛"));

    [Fact]
    public void Read_ListRow_FindsAgeHeightAndDay() => AssertReads(
        "编号24-031 | 无名氏 | 男 | 约38岁 | 1.72米 | 2024-02-11 | 平头，右前臂有纹身，带河南口音",
        (FactKind.Sex, "男", "M"), (FactKind.Age, "约38岁", "36..40"), (FactKind.Height, "1.72米", "172..172"), (FactKind.FoundAt, "2024-02-11", "2024-02-11"), (FactKind.Hair, "平头", "平头"),
        (FactKind.Mark, "右前臂有纹身", "Tattoo|Forearm|Right"), (FactKind.Accent, "河南口音", "河南口音"));

    [Fact]
    public void Read_TwoNamesAndHomes_KeepsBoth() => AssertReads(
        "自称叫陈大海，男，约40岁，自称是四川省人。又自称叫王二春，又说是山东省人。自称约55岁。",
        (FactKind.Name, "陈大海", "陈大海"), (FactKind.Sex, "男", "M"), (FactKind.Age, "约40岁", "38..42"), (FactKind.HomePlace, "四川省", "51"), (FactKind.Name, "王二春", "王二春"), (FactKind.HomePlace, "山东省", "37"), (FactKind.Age, "约55岁", "53..57"));

    [Fact]
    public void Read_FullWidthAndTraditional_IsReadAsThePlainForm() => AssertReads(
        "性別：男　身高：１６５ＣＭ，右臉頰有黑痣，下身穿藍色長褲。",
        (FactKind.Sex, "性別：男", "M"), (FactKind.Height, "身高：１６５ＣＭ", "165..165"), (FactKind.Mark, "右臉頰有黑痣", "Mole|Cheek|Right"), (FactKind.Lower, "藍色長褲", "蓝色长裤"));

    [Theory]
    [InlineData("自述大约6岁时与家人分开，由别人养大", FactKind.Age)]
    [InlineData("儿子今年8岁", FactKind.Age)]
    [InlineData("派出所距车站100米", FactKind.Height)]
    [InlineData("左臂有一道10厘米长的伤疤", FactKind.Height)]
    [InlineData("联系电话：13800001234", FactKind.IdFragment)]
    [InlineData("注册时间：2011-05-06", FactKind.FoundAt)]
    [InlineData("不会说普通话", FactKind.Language)]
    [InlineData("父亲叫李建华", FactKind.Name)]
    [InlineData("母亲患有癫痫", FactKind.Health)]
    [InlineData("无精神病史", FactKind.Mind)]
    [InlineData("姓名：X某某", FactKind.Name)]
    [InlineData("在当地生活35年", FactKind.FoundAt)]
    [InlineData("30年前走失", FactKind.MissingAt)]
    [InlineData("口音像四川人", FactKind.HomePlace)]
    [InlineData("妹妹教过", FactKind.Name)]
    public void Read_SaidOfSomethingElse_IsNotTakenForThePerson(string text, FactKind kind) => Assert.DoesNotContain(Reader.Read(text), f => f.Kind == kind);

    [Theory]
    [InlineData("乞讨的智障男青年", FactKind.Sex, "M")]
    [InlineData("一名刚出生的女婴", FactKind.Sex, "F")]
    [InlineData("路边的流浪男子", FactKind.Sex, "M")]
    [InlineData("河南温县人", FactKind.HomePlace, "410825")]
    [InlineData("自称是云南昭通人", FactKind.HomePlace, "5306")]
    [InlineData("86年出生", FactKind.BirthDate, "1986")]
    [InlineData("走失时身穿黑、黄相间长袖", FactKind.Upper, "黑、黄相间长袖")]
    [InlineData("没有穿鞋", FactKind.Shoes, "无")]
    [InlineData("会说“俺”“咋”", FactKind.DialectWord, "俺")]
    [InlineData("剑川县某乡白族口音", FactKind.Accent, "白族口音")]
    [InlineData("说彝语", FactKind.Language, "彝语")]
    [InlineData("身份证号前几位442000", FactKind.IdFragment, "442000")]
    [InlineData("家里种水稻和花生", FactKind.Crop, "水稻")]
    [InlineData("家里养牛、羊", FactKind.Animal, "羊")]
    [InlineData("在浙江省温州市乐清市被发现", FactKind.FoundPlace, "330382")]
    public void Read_Phrase_IsUnderstood(string text, FactKind kind, string understood) => Assert.Contains(Reader.Read(text), f => f.Kind == kind && f.Understood == understood);

    [Fact]
    public void Read_AnyText_NeverThrowsAndPointsIntoTheText() =>
        Gen.Select(Gen.String, Words, Words).Sample((noise, a, b) =>
        {
            var text = a + noise + b;
            Assert.All(Reader.Read(text), f => Assert.Equal(f.AsHeard, text.Substring(f.Start, f.Length)));
        });

    [Fact]
    public void Read_TextTenTimesAsLong_GivesTenTimesTheFacts()
    {
        const string Page = "男，约40岁，身高165厘米左右，家住四川省南充市仪陇县，上身穿黑色外套，左眉尾有痣，2024年5月6日走失，父亲李建华。";
        // the sex is taken once from a text
        var one = Reader.Read(Page).Count(f => f.Kind != FactKind.Sex);
        Assert.Equal(10 * one, Reader.Read(string.Join('\n', Enumerable.Repeat(Page, 10))).Count(f => f.Kind != FactKind.Sex));
    }

    [Theory]
    [InlineData("家")]
    [InlineData("1")]
    [InlineData("一")]
    [InlineData("左")]
    [InlineData(" ")]
    [InlineData("农历")]
    [InlineData("约")]
    [InlineData("穿")]
    public void Read_OneWordOverAndOver_PointsIntoTheText(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 8000 / word.Length));
        Assert.All(Reader.Read(text), f => Assert.Equal(f.AsHeard, text.Substring(f.Start, f.Length)));
    }

    private static void AssertReads(string text, params (FactKind Kind, string AsHeard, string? Understood)[] expected)
    {
        var read = Reader.Read(text).Select(f => (f.Kind, f.AsHeard, f.Understood)).ToList();
        Assert.Equal(expected.OrderBy(e => e.Kind).ThenBy(e => e.AsHeard, StringComparer.Ordinal), read.OrderBy(e => e.Kind).ThenBy(e => e.AsHeard, StringComparer.Ordinal));
    }

    private static readonly Gen<string> Words = Gen.OneOf([.. new[] { "男", "女", "约", "岁", "六十", "1米6", "5", "厘米", "左", "眉", "痣", "家住", "四川", "省", "穿", "黑色", "外套", "，", "。", "（音）", "“", "”", "父亲", "李", "2024年", "农历", "腊月", "初", "走失", "\n", "姓名：" }.Select(Gen.Const)]).Array[0, 25].Select(string.Concat);
}
