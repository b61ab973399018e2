using System.Text;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class EncodingTests
{
    private const string Rows = "编号,姓名,性别,备注\r\nS-1,阿根韦石,男,说话含糊，自称四川人\r\nS-2,张秀英,女,夜里在和平桥下被发现\r\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings => new() { { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "gb18030", false }, { "gb2312", false } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Import_AnyEncoding_ReadsTheSameWords(string name, bool mark)
    {
        await using var desk = await Desk.OpenAsync();
        Encoding encoding = name switch { "utf-8" => new UTF8Encoding(mark), "utf-16" => new UnicodeEncoding(false, mark), "utf-16BE" => new UnicodeEncoding(true, mark), _ => Encoding.GetEncoding(name) };
        var result = await desk.ImportAsync(Rows, encoding: encoding);
        Assert.Empty(result.Problems);
        Assert.Equal(name == "gb2312" ? "gb18030" : name, result.Encoding, ignoreCase: true);
        Assert.Equal("阿根韦石", (await desk.FactAsync("S-1", FactKind.Name)).AsHeard);
        Assert.Equal("夜里在和平桥下被发现", (await desk.FactAsync("S-2", FactKind.FreeText)).AsHeard);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task Import_DamagedRow_IsNamedAndTheOthersAreKept(string name)
    {
        await using var desk = await Desk.OpenAsync();
        var encoding = Encoding.GetEncoding(name);
        var many = Rows + string.Concat(Enumerable.Range(3, 30).Select(i => $"S-{i},李建国,男,在车站附近被发现\r\n"));
        var bytes = encoding.GetBytes(many);
        var at = encoding.GetByteCount(many[..many.IndexOf("张秀英", StringComparison.Ordinal)]);
        bytes[at] = 0xFF;
        var path = Path.Combine(desk.Files, "damaged.csv");
        await File.WriteAllBytesAsync(path, bytes);
        var result = (await desk.Get<Casework.Exchange.Import.Importer>().RunAsync(new(path, Domain.Records.RecordKind.Stranded, Data.Ledger.Actor.System("test")), null, default)).Value!;
        var problem = Assert.Single(result.Problems);
        Assert.Equal((3, "姓名", "import.damaged-text"), (problem.Row, problem.Column, problem.Problem.Code));
        Assert.Equal((32, 31), (result.Rows, result.Added));
    }
}
