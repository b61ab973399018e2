using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using FamilyReunite.Casework.Escort;

namespace FamilyReunite.Casework.Tests.Escort;

public sealed partial class SignaturePathTests
{
    private static readonly Gen<string> Number = Gen.Int[0, 40960].Select(n => (n / 10.0).ToString("0.#", CultureInfo.InvariantCulture));
    private static readonly Gen<string> Stroke = Gen.Select(Number, Number).Array[2, 20].Select(points => string.Concat(points.Select((p, i) => $"{(i == 0 ? "M" : "L")}{p.Item1} {p.Item2}")));

    [Fact]
    public void Read_WhatItWroteItself_IsTheSameAgain() => Stroke.Array[1, 5].Select(string.Concat).Sample(text =>
    {
        var read = SignaturePath.Read(text);
        return !read.Succeeded || (read.Value!.Data == text && SignaturePath.Read(read.Value.Data).Value!.Data == text);
    });

    /// <summary>Whatever is thrown at it, what comes out is made of M, L, digits, points and blanks.</summary>
    [Fact]
    public void Read_AnyText_LetsOnlyTheAllowListThrough() => Gen.OneOf(Gen.String, Gen.String["MLml0123456789., -+eE<>\"'&;%\n\tZCQ"], Stroke.Select(Gen.Char).Select(p => p.Item1.Insert(p.Item1.Length / 2, p.Item2.ToString()))).Sample(text =>
    {
        var read = SignaturePath.Read(text);
        return !read.Succeeded || (AllowList().IsMatch(read.Value!.Data) && read.Value.Data.Length <= SignaturePath.MaxLength);
    }, iter: 5000);

    [Theory]
    [InlineData("M1 1C2 2 3 3 4 4", "escort.signature-unreadable")]
    [InlineData("L1 1L2 2", "escort.signature-unreadable")]
    [InlineData("M1 1L-2 2", "escort.signature-unreadable")]
    [InlineData("M1 1L1e3 2", "escort.signature-unreadable")]
    [InlineData("M1 1L99999 2", "escort.signature-unreadable")]
    [InlineData("M1 1L2 2\"/><script>", "escort.signature-unreadable")]
    [InlineData("M1 1L١ 2", "escort.signature-unreadable")]
    [InlineData("M1 1L1 1", "escort.signature-needed")]
    [InlineData("  ", "escort.signature-needed")]
    public void Read_NotASignature_SaysWhy(string text, string code) => Assert.Equal(code, Assert.Single(SignaturePath.Read(text).Problems).Code);

    [Fact]
    public void Read_LongerThanTheLimit_IsRefused() =>
        Assert.Equal("escort.signature-too-long", SignaturePath.Read("M1 1" + string.Concat(Enumerable.Repeat("L2 3", 20_000))).Problems[0].Code);

    [Fact]
    public void ViewBox_OfAStroke_HoldsItWithAMargin() => Assert.Equal("8 8 24 14", SignaturePath.Read("M10 10L30 20").Value!.ViewBox);

    [GeneratedRegex(@"^(M\d+(\.\d)? \d+(\.\d)?(L\d+(\.\d)? \d+(\.\d)?)*)+$")]
    private static partial Regex AllowList();
}
