using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("编号,姓名,身高\nS-1,张三,300\n", 2, "身高", "import.height-impossible")]
    [InlineData("编号,姓名,出生日期\nS-1,张三,2031-01-01\n", 2, "出生日期", "import.birth-in-future")]
    [InlineData("编号,姓名,出生日期\nS-1,张三,1850\n", 2, "出生日期", "import.birth-too-long-ago")]
    [InlineData("编号,姓名,发现时间\nS-1,张三,2027/1/1\n", 2, "发现时间", "import.date-in-future")]
    [InlineData("编号,姓名,出生日期,发现时间\nS-1,张三,2020-01-01,2019-05-01\n", 2, "出生日期", "import.birth-after-event")]
    [InlineData("编号,姓名,年龄\nS-1,张三,640\n", 2, "年龄", "import.age-impossible")]
    [InlineData("编号,姓名\n,张三\n", 2, null, "import.source-id-needed")]
    [InlineData("编号,姓名\nS-1,<script>alert(1)</script>\n", 2, "姓名", "import.markup-in-name")]
    [InlineData("编号,姓名\nS-1,张\u0007三\n", 2, "姓名", "import.control-in-name")]
    [InlineData("编号,姓名\nS-1,张\u202E三\n", 2, "姓名", "import.control-in-name")]
    [InlineData("编号,姓名\nS-1,张三,多一列\n", 2, null, "import.column-count")]
    [InlineData("编号,姓名\nS-1,张\"三\n", 2, null, "import.quote-misplaced")]
    [InlineData("编号,姓名,备注\nS-9,\"李四\",\"两\n行\"\nS-1,张三,\"没有关上\n", 4, null, "import.quote-open")]
    [InlineData("{\"source_id\":\"S-1\",\"name\":\"张三\"\n", 1, null, "import.json-broken")]
    [InlineData("{\"source_id\":\"S-0\"}\n[1,2]\n", 2, null, "import.json-not-object")]
    public async Task Import_BadRow_IsNamedWithRowColumnAndReason(string text, long row, string? column, string code)
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync(text);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((row, column, code, false), (problem.Row, problem.Column, problem.Problem.Code, problem.Kept));
        Assert.Equal(1, result.Rejected);
        Assert.Equal(result.Rows - 1, result.Added);
    }

    [Theory]
    [InlineData("编号,身高(cm)\nS-1,高个\n", "身高(cm)", "import.number-unreadable", FactKind.Height, "高个")]
    [InlineData("编号,出生日期\nS-1,某年\n", "出生日期", "import.date-unreadable", FactKind.BirthDate, "某年")]
    [InlineData("编号,性别\nS-1,甲\n", "性别", "import.sex-unknown", FactKind.Sex, "甲")]
    public async Task Import_ValueThatCannotBeRead_IsKeptAsHeardAndSaid(string text, string column, string code, FactKind kind, string heard)
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync(text);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((2, column, code, true), (problem.Row, problem.Column, problem.Problem.Code, problem.Kept));
        Assert.Equal(1, result.Added);
        Assert.Equal((heard, null), ((await desk.FactAsync("S-1", kind)).AsHeard, (await desk.FactAsync("S-1", kind)).Understood));
    }

    [Fact]
    public async Task Import_BadRowAmongGood_KeepsTheGood()
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync("编号;姓名;身高;特征\nS-1;张三;163;左眉尾黑痣、右手断指\nS-2;李四;900;\nS-3;王五;1米63;\n");
        Assert.Equal((3, 2, 1), (result.Rows, result.Added, result.Rejected));
        Assert.Equal(3, Assert.Single(result.Problems).Row);
        Assert.Equal(2, (await desk.RecordAsync("S-1")).Current(FactKind.Mark).Count());
        Assert.Equal(("1米63", "163..163"), ((await desk.FactAsync("S-3", FactKind.Height)).AsHeard, (await desk.FactAsync("S-3", FactKind.Height)).Understood));
    }

    [Fact]
    public async Task Import_ControlCharacterInText_IsTakenOutAndSaid()
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync("编号,备注\nS-1,说话\u0007含糊\n");
        Assert.Equal(("import.control-removed", true), (Assert.Single(result.Problems).Problem.Code, result.Problems[0].Kept));
        Assert.Equal("说话含糊", (await desk.FactAsync("S-1", FactKind.FreeText)).AsHeard);
    }

    [Fact]
    public async Task Import_UnknownColumns_AreSaidOnceForTheFile()
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync("编号,姓名,星座,血型\nS-1,张三,白羊,A\nS-2,李四,金牛,B\n");
        var problem = Assert.Single(result.Problems);
        Assert.Equal((0, "import.columns-unknown"), (problem.Row, problem.Problem.Code));
        Assert.Equal("星座、血型", Assert.Single(problem.Problem.Args));
    }

    [Fact]
    public async Task Import_Map_NamesColumns()
    {
        await using var desk = await Desk.OpenAsync();
        var map = desk.Write("map.json", """{"柜号":"source_id","何人":"name"}""");
        Assert.Equal(1, (await desk.ImportAsync("柜号,何人\nA7,张三\n", map: map)).Added);
        Assert.Equal("张三", (await desk.FactAsync("A7", FactKind.Name)).AsHeard);
    }

    [Theory]
    [InlineData("""{"柜号":"no_such_field"}""", "import.map-field-unknown")]
    [InlineData("""{"柜号":""", "import.map-broken")]
    public async Task Import_WrongMap_SaysWhatIsWrong(string map, string code)
    {
        await using var desk = await Desk.OpenAsync();
        Assert.Equal(code, await RefusalAsync(desk, desk.Write("a.csv", "柜号\nA7\n"), desk.Write("map.json", map)));
    }

    [Fact]
    public async Task Import_WhatIsNoTable_IsRefused()
    {
        await using var desk = await Desk.OpenAsync();
        Assert.Equal("import.no-file", await RefusalAsync(desk, Path.Combine(desk.Files, "nothing.csv")));
        Assert.Equal("import.empty-file", await RefusalAsync(desk, desk.Write("empty.csv", "")));
        Assert.Equal("import.not-text", await RefusalAsync(desk, desk.Write("book.csv", "PK\u0003\u0004rest")));
        Assert.Equal("import.no-columns", await RefusalAsync(desk, desk.Write("other.csv", "a1,b2\n1,2\n")));
    }

    private static async Task<string> RefusalAsync(Desk desk, string path, string? map = null) =>
        Assert.Single((await desk.Get<Importer>().RunAsync(new ImportRequest(path, RecordKind.Stranded, Actor.System("test"), map), null, default)).Problems).Code;
}
