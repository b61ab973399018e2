namespace FamilyReunite.Clues.Tests.Notices;

public sealed class SeveralPeopleTests
{
    [Fact]
    public void Read_ToldOneAfterAnother_EachHasOwnFacts()
    {
        var people = GoldenNotice.All("今天我站接收了两名走失老人。第一位是男性，约七十五六岁，身高165cm左右，光头，甘肃口音；第二位是女性，六十岁左右，短发，身穿绿色上衣，自称是重庆忠县人。两位老人都是3月18日夜间由民警在客运站发现后送来的。");
        Assert.Equal(2, people.Count);
        GoldenNotice.Has(people[0], "sex=男", "age_range=75|76", "hair=光头", "accent=甘肃口音", "upper=", "found=--03-18");
        GoldenNotice.Has(people[1], "sex=女", "age=60", "hair=短发", "upper=绿色上衣", "home_place=重庆忠县", "found=--03-18", "accent=");
    }

    [Fact]
    public void Read_SiblingsToldByKinship_ShareWhereAndWhen()
    {
        var people = GoldenNotice.All("2023年7月9日，民警在广场发现走失的姐弟俩。姐姐叫小燕，8岁左右，穿粉色连衣裙；弟弟约5岁，穿蓝色短袖、黑色短裤，光着脚。两人均说贵州方言。");
        Assert.Equal(2, people.Count);
        GoldenNotice.Has(people[0], "name=小燕", "sex=女", "age=8", "age_approx=yes", "upper=粉色连衣裙", "found=2023-07-09", "accent=贵州方言");
        GoldenNotice.Has(people[1], "sex=男", "age=5", "upper=蓝色短袖", "lower=黑色短裤", "shoes=无", "found=2023-07-09", "accent=贵州方言");
    }

    [Fact]
    public void Read_NumberedList_IsCutAtItsNumbers()
    {
        var people = GoldenNotice.All("我站现有三名受助人员寻亲：\n1、无名女，约50岁，身高150cm，智力障碍。\n2、张建国（音），男，60多岁，自称四川南充人。\n3、无名男，30岁左右，聋哑，身高1米72。");
        Assert.Equal(3, people.Count);
        GoldenNotice.Has(people[0], "sex=女", "age=50", "height_cm=150", "condition=智力障碍");
        GoldenNotice.Has(people[1], "sex=男", "name_heard=张建国", "age_range=60|69", "home_place=四川南充", "condition=");
        GoldenNotice.Has(people[2], "sex=男", "age=30", "height_cm=172", "condition=聋哑");
    }

    [Fact]
    public void Read_TableWithHeading_ARowAPerson()
    {
        var people = GoldenNotice.All("姓名\t性别\t年龄\t身高\t入站时间\t发现地点\t特征\n无名氏1\t男\t约40岁\t170cm\t2019-05-06\tXX路口\t长发，说话带东北口音\n无名氏2\t女\t60岁左右\t1.50米\t2019-07-08\t火车站\t短发，穿红色上衣");
        Assert.Equal(2, people.Count);
        GoldenNotice.Has(people[0], "sex=男", "age=40", "height_cm=170", "found=2019-05-06", "found_place=XX路口", "hair=长发", "accent=东北口音");
        GoldenNotice.Has(people[1], "sex=女", "age=60", "height_cm=150", "found=2019-07-08", "found_place=火车站", "upper=红色上衣", "accent=");
    }

    [Fact]
    public void Read_NamesAndSexesInTurn_ShareTheLastSentence()
    {
        var people = GoldenNotice.All("张雨桐，女，8岁，身高128cm，穿粉色上衣。\n张雨航，男，6岁，身高115cm，穿灰色卫衣。\n兄妹二人于2024年8月3日在四川省广安市邻水县走失。");
        Assert.Equal(2, people.Count);
        GoldenNotice.Has(people[0], "name=张雨桐", "age=8", "missing=2024-08-03", "missing_place=四川省广安市邻水县");
        GoldenNotice.Has(people[1], "name=张雨航", "age=6", "missing=2024-08-03", "missing_place=四川省广安市邻水县");
    }

    [Fact]
    public void Read_FormFilledTwice_IsTwoPeople()
    {
        var people = GoldenNotice.All("姓名：赵铁柱\n性别：男\n年龄：62\n姓名：钱秀英\n性别：女\n年龄：58");
        Assert.Equal(2, people.Count);
        GoldenNotice.Has(people[0], "name=赵铁柱", "sex=男", "age=62");
        GoldenNotice.Has(people[1], "name=钱秀英", "sex=女", "age=58");
    }

    [Fact]
    public void Read_WhatIsSaidOfBothInOneClause_LeavesTheClausesBeforeItAlone()
    {
        var people = GoldenNotice.All("寻找两位老人：王某兰，女，78岁，身高155cm；李某田，男，80岁，身高168cm，两人于2022年10月1日在长沙市岳麓区走失。");
        Assert.Equal(2, people.Count);
        GoldenNotice.Has(people[0], "sex=女", "age=78", "height_cm=155", "missing=2022-10-01");
        GoldenNotice.Has(people[1], "sex=男", "age=80", "height_cm=168", "missing=2022-10-01", "missing_place=长沙市岳麓区");
    }

    [Theory]
    [InlineData("一名男子在路边被发现。该男子约40岁，身高170cm。")]
    [InlineData("姓名：罗小满\n性别：女\n1、失踪经过：与外婆走散。\n2、家庭成员：父亲，母亲，还有三个姐姐。\n3、血型或父母血型：不清楚。")]
    [InlineData("老人76岁，走失时带着2岁的孙女照片。")]
    public void Read_OnePersonOnly_IsNotCut(string text) => Assert.Single(GoldenNotice.All(text));
}
