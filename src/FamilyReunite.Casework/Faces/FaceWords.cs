using System.Globalization;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Matching;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Casework.Faces;

/// <summary>What a comparison of faces says, in both languages. Never a percentage.</summary>
public static class FaceWords
{
    /// <summary>Photos of which the stranger sentence speaks: about as many as the search notices of the country.</summary>
    public const int Photos = 120_000;

    private static readonly CultureInfo Zh = CultureInfo.GetCultureInfo("zh-CN"), En = CultureInfo.GetCultureInfo("en");

    public static string Strangers(FaceWorth worth, CultureInfo culture)
    {
        var strangers = worth.Strangers(Photos);
        var zh = culture.TwoLetterISOLanguageName == "zh";
        if (strangers < 1) return zh ? "12 万张照片里，陌生人这么像的不到 1 个。" : "In 120,000 photos fewer than 1 stranger would look this alike.";
        var count = Math.Round(strangers).ToString("N0", zh ? Zh : En);
        return zh ? $"12 万张照片里，约有 {count} 个陌生人也会这么像。" : $"In 120,000 photos about {count} {(count == "1" ? "stranger" : "strangers")} would look this alike.";
    }

    internal static Evidence Calibrated(FaceWorth worth)
    {
        var level = worth switch { { IsWeak: true } => AgreementLevel.Weak, { Weight: >= 3 } => AgreementLevel.Strong, { Weight: > FaceCalibration.WeakLead } => AgreementLevel.Partial, _ => AgreementLevel.Weak };
        var (zh, en) = worth.IsWeak ? ("年纪太小，或从小到大相隔太久，只能算弱线索。", " Too young, or too long between child and adult: at most a weak lead.") : ("", "");
        return new Evidence("face", level, worth.Weight, "脸像。" + Strangers(worth, Zh) + zh, "The faces are alike. " + Strangers(worth, En) + en);
    }

    /// <param name="place">From 1.</param>
    internal static Evidence Ranked(int place) => new("face", AgreementLevel.Weak, 0,
        string.Create(Zh, $"脸的相像程度排第 {place}。这类照片没有校准，只有名次，不计分；请人工对照照片。"), string.Create(En, $"Number {place} in likeness of the face. Photos of this kind are not calibrated: a rank without a number, nothing is added. Look at both photos."));

    internal static readonly Evidence Unlike = new("face", AgreementLevel.NothingToCompare, 0, "脸不够像，什么也说明不了；这不表示不是同一人。", "The faces are not alike enough to say anything; it does not mean that they are two people.");

    internal static readonly Evidence Missing = new("face", AgreementLevel.NothingToCompare, 0, "有一方没有可以比对的人脸。", "One of the two has no face that can be compared.");

    /// <summary>What to do about a photo right after it was taken in; nothing when its face can be compared well.</summary>
    public static IReadOnlyList<string> AtOnce(PictureFaces seen, CultureInfo culture)
    {
        var zh = culture.TwoLetterISOLanguageName == "zh";
        return seen.Reading switch
        {
            FaceReading.NoFace => [zh ? "没有找到人脸：请换一张正面、清楚、脸够大的照片。" : "No face was found: take another photo, from the front, sharp, with the face large enough."],
            FaceReading.ToChoose => [zh ? $"照片里有 {seen.Faces.Count} 张脸：请选出本人，选之前都不比对。" : $"There are {seen.Faces.Count} faces: say which is the person; none is compared until then."],
            FaceReading.LooksDrawn when seen.Chosen is { } drawn => [.. Of(seen.DoubtsOf(drawn), culture), zh ? "请在照片的人脸页标明。" : "Say so on the page of the photo’s faces."],
            FaceReading.Compared when seen.Chosen is { } chosen => Of(seen.DoubtsOf(chosen), culture),
            _ => [],
        };
    }

    /// <summary>Why a face is hard to compare and what to do, one sentence each.</summary>
    public static IReadOnlyList<string> Of(FaceDoubts doubts, CultureInfo culture)
    {
        var zh = culture.TwoLetterISOLanguageName == "zh";
        return
        [
            .. new[]
            {
                (FaceDoubts.TooSmall, zh ? "脸太小：请走近再拍一张，或扫描更大的原图。" : "The face is too small: take one from nearer, or scan the print larger."),
                (FaceDoubts.Blurred, zh ? "脸模糊：请擦净镜头、拿稳、在亮处重拍。" : "The face is blurred: wipe the lens, hold still, take it again in the light."),
                (FaceDoubts.Turned, zh ? "脸侧得太多：请正对镜头再拍一张。" : "The face is turned away: take one from the front."),
                (FaceDoubts.EyesCovered, zh ? "眼睛被遮或太暗：请摘下墨镜、帽子再拍。" : "The eyes are covered or dark: take it again without dark glasses or hat."),
                (FaceDoubts.Drawn, zh ? "看起来像画的或合成的吗？标明之前不比对。" : "Does it look drawn, or made by a machine? Until somebody says, it is not compared."),
            }.Where(s => doubts.HasFlag(s.Item1)).Select(s => s.Item2),
        ];
    }
}
