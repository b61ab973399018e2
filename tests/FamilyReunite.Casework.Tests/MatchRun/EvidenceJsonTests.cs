using System.Text.Json;
using CsCheck;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class EvidenceJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheLastBit() =>
        Gen.Select(Gen.String, Gen.Enum<AgreementLevel>(), Gen.Double.Where(double.IsFinite), Gen.Const("左眉“痣” <相同>"), Gen.String[Gen.Char.AlphaNumeric, 0, 9])
            .Select((f, l, w, zh, en) => new Evidence(f.Replace('\ufffd', ' '), l, w, zh, en)).List[0, 6]
            .Where(list => list.TrueForAll(e => !e.Feature.Any(char.IsSurrogate)))
            .Sample(list => Assert.Equal(list, EvidenceJson.Read(EvidenceJson.Write(list))));

    [Fact]
    public void Write_OneBar_HasTheAgreedForm() =>
        Assert.Equal("""[{"feature":"height","level":"nothingToCompare","weight":-0.5,"zh":"身高","en":"height"}]""", EvidenceJson.Write([new Evidence("height", AgreementLevel.NothingToCompare, -0.5, "身高", "height")]));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public void Read_AnythingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => EvidenceJson.Read(json));
}
