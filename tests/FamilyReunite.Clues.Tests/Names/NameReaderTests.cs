using CsCheck;
using FamilyReunite.Clues.Names;

namespace FamilyReunite.Clues.Tests.Names;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("张强峰", "张", "强峰")]
    [InlineData("欧阳建国", "欧阳", "建国")]
    [InlineData("司马南", "司马", "南")]
    [InlineData("王 小 红", "王", "小红")]
    [InlineData("羅小滿", "罗", "小满")]
    [InlineData("李伟", "李", "伟")]
    public void Read_HanName_SplitsTheSurname(string written, string surname, string parts)
    {
        var name = NameReader.Read(written, heardOnly: false, minority: false)!;
        Assert.Equal((NameScript.Han, surname, parts), (name.Script, name.Surname, string.Join('|', name.Parts)));
    }

    [Theory]
    [InlineData("阿文")]
    [InlineData("老二")]
    [InlineData("花花")]
    [InlineData("小宝")]
    [InlineData("栓子")]
    [InlineData("二狗")]
    public void Read_FamiliarName_HasNoSurname(string written) => Assert.Null(NameReader.Read(written, heardOnly: false, minority: false)!.Surname);

    [Theory]
    [InlineData("买买提·艾力", false, 2)]
    [InlineData("买买提•艾力", false, 2)]
    [InlineData("阿根韦石", true, 1)]
    [InlineData("扎西顿珠", true, 1)]
    [InlineData("乌力吉", true, 1)]
    [InlineData("阿卜杜热合曼", false, 1)]
    public void Read_NameOfAnotherPeople_IsKeptWhole(string written, bool minority, int parts)
    {
        var name = NameReader.Read(written, heardOnly: false, minority)!;
        Assert.Equal((NameScript.MinorityInHan, (string?)null, parts), (name.Script, name.Surname, name.Parts.Count));
    }

    [Fact]
    public void Read_HanSurnameAmongAnotherPeople_IsASurname() => Assert.Equal("李", NameReader.Read("李海", heardOnly: false, minority: true)!.Surname);

    [Fact]
    public void Read_Heteronym_KeepsEveryReading()
    {
        var readings = NameReader.Read("单田", heardOnly: false, minority: false)!.Readings[0];
        Assert.Contains("shan", readings);
        Assert.Contains("dan", readings);
    }

    [Theory]
    [InlineData("X某某")]
    [InlineData("无名氏017")]
    [InlineData("不详")]
    [InlineData("  ")]
    [InlineData("……")]
    public void Read_WithheldOrEmpty_IsNull(string written) => Assert.Null(NameReader.Read(written, heardOnly: false, minority: false));

    [Fact]
    public void Read_LatinName_IsLatin() => Assert.Equal(NameScript.Latin, NameReader.Read("Nguyen Van", heardOnly: false, minority: false)!.Script);

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.Select(Gen.String, Gen.Bool, Gen.Bool).Sample((text, heard, minority) => { NameReader.Read(text, heard, minority); });
}
