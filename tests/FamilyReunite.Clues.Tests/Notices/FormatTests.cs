namespace FamilyReunite.Clues.Tests.Notices;

/// <summary>One notice in each format that stations meet; the people are invented.</summary>
public sealed class FormatTests
{
    [Fact]
    public void Read_OldVolunteerForm_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        """
        登记信息
        寻亲类别：宝贝寻家
        姓    名：陈小草
        性    别：男
        出生日期：1986年冬
        失踪时身高：不详
        失踪日期：1990年冬
        失踪人所在省：河南省
        失踪地点：不详
        失踪者特征描述：右眉上有一颗黑痣，肚脐下有胎记。
        2、家庭成员：父亲，母亲，一个哥哥，两个妹妹。
        3、口音：不记得。
        5、饮食、生活习惯：吃面条、馒头。
        6、家庭居住地的地理环境：平原，门前有条小河，种小麦、玉米、棉花，养羊。
        属相：虎
        注册时间：2012-03-05
        """),
        "name=陈小草", "sex=男", "birth=1986", "birth_approx=yes", "missing=1990", "zodiac=虎", "marks=右眉上有一颗黑痣|肚脐下有胎记", "foods=面条|馒头", "crops=小麦|玉米|棉花", "animals=羊",
        "terrain=平原|门前有条小河", "family_count=哥哥1|妹妹2", "accent=", "home_place=河南省", "missing_place=", "height_cm=", "found=");

    [Fact]
    public void Read_NewVolunteerForm_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        """
        寻亲类别：家寻宝贝
        姓 名：孙玉梅
        性 别：女
        出生日期：1978年腊月初八
        失踪时间：1999年农历正月十六
        失踪人所在地：安徽省,阜阳市,临泉县
        失踪地点：广东省,东莞市,虎门镇
        寻亲者特征描述：微胖，左手缺无名指一节。
        其他资料：属马。父亲孙广才，有3个弟弟。
        跟进志愿者：小雨
        """),
        "birth=1978-12-08", "birth_calendar=Lunar", "birth_lunar=1978-12-08", "missing=1999-01-16", "missing_calendar=Lunar", "home_place=安徽省,阜阳市,临泉县", "missing_place=广东省,东莞市,虎门镇",
        "build=微胖", "marks=左手缺无名指一节", "zodiac=马", "family=父亲孙广才|有3个弟弟", "family_count=弟弟3");

    [Fact]
    public void Read_PoliceAlert_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        "【寻人】李梓萌，女，汉族，2010年3月5日出生，身高一米五八，体重45公斤左右，齐肩长发，戴黑框眼镜。2024年11月20日18时许从湖北省荆州市监利市容城镇家中出走，上身穿白色羽绒服，下身穿黑色运动裤，斜挎米色帆布包，骑蓝色电动车。有线索请联系王警官 13912345678。"),
        "name=李梓萌", "sex=女", "ethnicity=汉族", "birth=2010-03-05", "height_cm=158", "height_approx=no", "weight_kg=45", "hair=齐肩长发", "missing=2024-11-20", "missing_place=湖北省荆州市监利市容城镇家中",
        "upper=白色羽绒服", "lower=黑色运动裤", "items=黑框眼镜|米色帆布包", "vehicle=蓝色电动车");

    [Fact]
    public void Read_RowOfAStationList_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        "编号GZ-203 | 无名氏203 | 男 | 50-60岁 | 1米68 | 2020年3月 | XX街道送来 | 寸头花白，左腿残疾，说话带湖南或江西口音，随身带一个蛇皮袋"),
        "name=", "sex=男", "age=", "age_range=50|60", "height_cm=168", "found=2020-03", "hair=寸头花白", "condition=左腿残疾", "accent=湖南或江西口音", "accent_candidates=湖南|江西", "items=蛇皮袋");

    [Fact]
    public void Read_StationNoteWithHeardPlace_KeepsWhatWasHeard() => GoldenNotice.Has(GoldenNotice.One(
        "受助人女，约三十五六岁，听口音像是云南或贵州一带的，自称“普小妹”（谐音），家在“麻力波”（音），说家里种烤烟、包谷，养猪，屋后是大山。有两个女儿一个儿子。身上有一张昆明到广州的火车票。"),
        "sex=女", "age_range=35|36", "name_heard=普小妹", "heard_home=麻力波", "home_place=", "accent_candidates=云南|贵州", "crops=烤烟|包谷", "animals=猪", "terrain=屋后是大山", "family_count=女儿2|儿子1", "items=昆明到广州的火车票");

    [Fact]
    public void Read_PersonOfAMinority_KeepsGroupLanguageAndHeardHome() => GoldenNotice.Has(GoldenNotice.One(
        "无名氏，女，疑似藏族，年龄40岁左右，身高1.60米，皮肤黝黑，额头有疤，穿藏袍，不会讲汉语，会说藏语，说家在“色达洛若”（音译），家里养牦牛，种青稞，吃糌粑。"),
        "name=", "ethnicity=疑似藏族", "age=40", "age_approx=yes", "language=藏语", "heard_home=色达洛若", "animals=牦牛", "crops=青稞", "foods=糌粑", "marks=皮肤黝黑|额头有疤", "upper=藏袍");

    [Fact]
    public void Read_NewspaperParagraph_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        "七旬老汉赵德福走失已三天。据家人介绍，赵德福今年76岁，身高1米65，体重约120斤，驼背，走失时头戴蓝色单帽，身穿黑色棉大衣，骑一辆红色三轮车，于1月3日下午在城关镇集市附近走失。家属电话：13800001111"),
        "name=赵德福", "sex=男", "age=76", "age_range=", "height_cm=165", "weight_kg=60", "hat=蓝色单帽", "upper=黑色棉大衣", "vehicle=红色三轮车", "missing=--01-03", "missing_place=城关镇集市附近", "found=");

    [Fact]
    public void Read_AppPush_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        "紧急寻人！孩子王一鸣，男，9岁，2019年6月1日16时在河北省保定市竞秀区某小学门口走失。身高135厘米，偏瘦，平头，身穿校服，背蓝色书包，有知情者请拨打110。"),
        "name=王一鸣", "sex=男", "age=9", "missing=2019-06-01", "missing_place=河北省保定市竞秀区某小学门口", "build=偏瘦", "hair=平头", "upper=校服", "items=蓝色书包", "family=");

    [Fact]
    public void Read_FoundlingNotice_TellsLengthFromHeight() => GoldenNotice.Has(GoldenNotice.One(
        "2020年1月8日早上，XX村村民在村口桥头发现一名弃婴，男，身长50厘米，体重6斤4两，左脚六趾。用红色花被包裹，身边有奶粉一袋、奶瓶一个，纸条上写着农历腊月十二出生。请其生父母自公告之日起六十日内前来认领。"),
        "sex=男", "found=2020-01-08", "found_place=村口桥头", "length_cm=50", "height_cm=", "weight_kg=3.2", "birth=--12-12", "birth_calendar=Lunar", "items=红色花被|奶粉一袋|奶瓶一个|纸条", "missing=");

    [Fact]
    public void Read_StationNoteAboutWords_FindsDialectWords() => GoldenNotice.Has(GoldenNotice.One(
        "老人大概七十来岁，个子不高，一米六上下，头发全白，缺门牙。管玉米叫“棒子”，管土豆叫“地蛋”。家里种苹果，门口有条大河。属猴。"),
        "name=", "age=70", "age_approx=yes", "height_cm=160", "height_approx=yes", "dialect_words=棒子|地蛋", "crops=苹果", "terrain=门口有条大河", "zodiac=猴");

    [Fact]
    public void Read_TraditionalAndFullWidth_ReadsAlikeAndKeepsTheWriting() => GoldenNotice.Has(GoldenNotice.One(
        "尋人啟事\n姓　　名：林阿蓮\n性　　別：女\n年　　齡：６８歲\n身　　高：約１５２公分\n走失時間：２０２１年８月１５日（農曆）\n走失地點：福建省漳州市龍海區石碼鎮\n特　　徵：短髮花白，左手腕有燙傷疤痕，講閩南話，腳穿拖鞋。\n聯絡電話：０５９６－１２３４５６７"),
        "name=林阿蓮", "sex=女", "age=68", "height_cm=152", "height_approx=yes", "missing=2021-08-15", "missing_calendar=Lunar", "missing_place=福建省漳州市龍海區石碼鎮", "hair=短髮花白", "marks=左手腕有燙傷疤痕", "accent=閩南話", "shoes=拖鞋");

    [Fact]
    public void Read_FoundlingNoticeOfAnOffice_FillsTheRecord() => GoldenNotice.Has(GoldenNotice.One(
        "弃婴公告：女，2022年5月1日出生（估计），2022年5月3日在XX市XX区XX路XX号门前被捡拾，身长约49cm，体重2.9公斤，头发浓密，左眼角有红色胎记，身穿粉色连体衣，外包黄色抱被，附有出生纸条、奶粉一罐。"),
        "sex=女", "birth=2022-05-01", "birth_approx=yes", "found=2022-05-03", "found_place=XX市XX区XX路XX号门前", "length_cm=49", "weight_kg=2.9", "upper=粉色连体衣", "items=黄色抱被|出生纸条|奶粉一罐");

    [Fact]
    public void Read_NewspaperSentenceAboutHome_KeepsThePlaceAlone() => GoldenNotice.Has(GoldenNotice.One(
        "2021年3月4日傍晚，家住武汉市江夏区的黄婆婆出门散步时走失。黄婆婆今年83岁，满头银发，说话是黄陂口音，右手戴一只银手镯。"),
        "home_place=武汉市江夏区", "missing=2021-03-04", "age=83", "hair=满头银发", "accent=黄陂口音", "items=银手镯", "name=");

    [Theory]
    [InlineData("体重3200克的男婴", "weight_kg=3.2")]
    [InlineData("男，1米高，25斤", "height_cm=100")]
    [InlineData("女，身高160-165厘米", "height_approx=yes")]
    [InlineData("今年82岁，2岁半的孙女跟着她走失", "age=82")]
    [InlineData("会说河北方言", "accent_candidates=河北省")]
    [InlineData("家里有兄弟姐妹五人", "family_count=兄弟姐妹5")]
    [InlineData("身份证号4420001990XXXX0011，男", "sex=男")]
    [InlineData("老家可能是四川或贵州", "sex=")]
    [InlineData("在火车站流浪时被救助", "found_place=火车站")]
    [InlineData("说话有点口吃", "condition=说话有点口吃")]
    [InlineData("父母均已采血入库", "dna=父母均已采血入库")]
    public void Read_Phrase_FillsOneField(string text, string field) => GoldenNotice.Has(GoldenNotice.One(text), field);

    [Theory]
    [InlineData("【姓名】赵铁柱【性别】男【年龄】62【身高】168cm【体重】130斤【走失时间】2023.4.5【走失地点】山西省运城市临猗县【联系方式】13333333333")]
    [InlineData("◎姓名：赵铁柱\n◎性别：男\n◎年龄：62岁\n◎身高：168cm\n◎体重：130斤\n◎走失时间：2023年4月5日\n◎走失地点：山西省运城市临猗县")]
    [InlineData("姓名：赵铁柱 性别：男 年龄：62岁 身高：1.68米 体重：65公斤 走失时间：2023-04-05 走失地点：山西省运城市临猗县")]
    [InlineData("| 姓名 | 赵铁柱 |\n| 性别 | 男 |\n| 年龄 | 62 |\n| 身高 | 168cm |\n| 体重 | 65kg |\n| 走失时间 | 2023/4/5 |\n| 走失地点 | 山西省运城市临猗县 |")]
    [InlineData("姓名\n赵铁柱\n性别\n男\n年龄：\n62岁\n身高：\n一米六八\n体重：\n一百三十斤\n走失时间：\n2023年4月5日\n走失地点：\n山西省运城市临猗县")]
    public void Read_AnyFormOfLabels_FillsTheSameFields(string text) => GoldenNotice.Has(GoldenNotice.One(text),
        "name=赵铁柱", "sex=男", "age=62", "height_cm=168", "weight_kg=65", "missing=2023-04-05", "missing_place=山西省运城市临猗县");
}
