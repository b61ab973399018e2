using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Tests.Descriptions;

public sealed class MarkTests
{
    private static readonly DescriptionReader Reader = new();

    [Theory]
    [InlineData("左眉尾黑痣", "Mole|Brow|Left")]
    [InlineData("左脸蛋有一颗黑痣", "Mole|Cheek|Left")]
    [InlineData("右脸颊有黑痣", "Mole|Cheek|Right")]
    [InlineData("下巴处有一颗痣", "Mole|Chin|Unknown")]
    [InlineData("右小腿有疤痕", "Scar|Calf|Right")]
    [InlineData("額頭有傷疤", "Scar|Forehead|Unknown")]
    [InlineData("左手背有烫伤疤痕", "BurnScar|Hand|Left")]
    [InlineData("小臂有烟疤三处", "BurnScar|Forearm|Unknown")]
    [InlineData("腹部有手术疤痕", "SurgicalScar|Belly|Unknown")]
    [InlineData("手术疤痕", "SurgicalScar|Unknown|Unknown")]
    [InlineData("左手手术疤痕", "SurgicalScar|Hand|Left")]
    [InlineData("肚子开过刀", "SurgicalScar|Belly|Unknown")]
    [InlineData("右大腿红色胎记", "Birthmark|Thigh|Right")]
    [InlineData("左大臂刺青", "Tattoo|UpperArm|Left")]
    [InlineData("右颈部长了一个肉瘊", "Wart|Neck|Right")]
    [InlineData("左手食指缺一节", "MissingPart|Finger|Left")]
    [InlineData("左手缺一节食指", "MissingPart|Finger|Left")]
    [InlineData("左耳残缺", "MissingPart|Ear|Left")]
    [InlineData("右手六指", "ExtraPart|Hand|Right")]
    [InlineData("左脚背多一指", "ExtraPart|Foot|Left")]
    [InlineData("右手背畸形", "Deformity|Hand|Right")]
    [InlineData("左脸有酒窝", "Dimple|Cheek|Left")]
    [InlineData("走路跛", "Limp|Leg|Unknown")]
    [InlineData("右腿走路一瘸一拐", "Limp|Leg|Right")]
    [InlineData("驼背", "Hunchback|Back|Unknown")]
    [InlineData("缺门牙两颗", "MissingTooth|Tooth|Unknown")]
    [InlineData("缺门牙", "MissingTooth|Tooth|Unknown")]
    [InlineData("掉了几颗牙", "MissingTooth|Tooth|Unknown")]
    [InlineData("镶金牙", "GoldTooth|Tooth|Unknown")]
    [InlineData("右眼失明", "SquintOrBlindEye|Eye|Right")]
    [InlineData("头顶有两个旋", "HairWhorl|Head|Unknown")]
    [InlineData("额头正中有一旋", "HairWhorl|Forehead|Middle")]
    [InlineData("双眼皮", "DoubleEyelid|Eye|Unknown")]
    [InlineData("左耳朵有耳洞", "PiercedEar|Ear|Left")]
    [InlineData("头顶没有头发", "Bald|Head|Unknown")]
    [InlineData("脸上有麻子", "Pockmark|Face|Unknown")]
    [InlineData("麻脸", "Pockmark|Face|Unknown")]
    [InlineData("兔唇", "CleftLip|Mouth|Unknown")]
    [InlineData("双手变形", "Deformity|Hand|Both")]
    [InlineData("疤", "Scar|Unknown|Unknown")]
    public void Understand_Mark_GivesKindPartAndSide(string heard, string mark) => Assert.Equal(mark, Reader.Understand(FactKind.Mark, heard));

    [Theory]
    [InlineData("无疤痕")]
    [InlineData("没有胎记")]
    [InlineData("未见明显疤痕")]
    [InlineData("无明显体表特征")]
    [InlineData("皮肤黑")]
    public void Understand_DeniedOrNoMark_IsNull(string heard) => Assert.Null(Reader.Understand(FactKind.Mark, heard));

    [Fact]
    public void Read_SurgeryInRunningWords_IsAScarOfTheBellyNotOfTheHand() =>
        Assert.Equal(["SurgicalScar|Belly|Unknown"], Reader.Read("男，约50岁，身高170厘米，腹部有手术疤痕，口音像四川。").Where(f => f.Kind == FactKind.Mark).Select(f => f.Understood));

    [Fact]
    public void Read_TextThatDeniesMarks_FindsNone() => Assert.DoesNotContain(Reader.Read("女，约50岁，身上无疤痕，没有胎记。"), f => f.Kind == FactKind.Mark);
}
