using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Notices;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>Cost of reading one report given in fields, one given as a notice, one written address and one heard place, and of a text that says one word 4,000 times, which no pattern may find hard.</summary>
[MemoryDiagnoser]
public class ClueReadingBenchmarks
{
    private static readonly string Repeated = string.Concat(Enumerable.Repeat("农历", 4000));

    private static readonly DateTimeOffset Day = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly PlaceResolver _places = new();
    private readonly ClueReader _reader = new();
    private readonly DescriptionReader _descriptions = new();
    private readonly NoticeReader _notices = new();
    private readonly MissingReport _fields = Report(
        (FactKind.Name, "冯琴玉"), (FactKind.Sex, "女"), (FactKind.BirthDate, "农历1971年1月22日"), (FactKind.Height, "1米62"), (FactKind.HomePlace, "江西省九江市柴桑区"),
        (FactKind.MissingAt, "2007年8月1日"), (FactKind.MissingPlace, "江西省九江市柴桑区"), (FactKind.Mark, "左眉尾黑痣"), (FactKind.Family, "父亲冯才志"), (FactKind.Accent, "江西口音"));

    private readonly MissingReport _notice = Report((FactKind.FreeText,
        "寻人：冯琴玉，女，农历1971年1月22日出生，身高1米62，家住江西省九江市柴桑区，2007年8月1日走失，走失地点：江西省九江市柴桑区，左眉尾黑痣，父亲冯才志，江西口音。"));

    [Benchmark(Baseline = true)]
    public ClueSet ReadFields() => _reader.Read(_fields);

    [Benchmark]
    public ClueSet ReadNotice() => _reader.Read(_notice);

    [Benchmark]
    public int WrittenAddress() => _places.Resolve(new PlaceQuery("四川省南充市仪陇县苟角乡")).Count;

    [Benchmark]
    public int HeardPlace() => _places.Resolve(new PlaceQuery("海点区往庄")).Count;

    [Benchmark]
    public int OneWordOverAndOver() => _descriptions.Read(Repeated).Count;

    [Benchmark]
    public int PastedNotice() => _notices.Read("周子涵，女，2013年4月6日出生，2025年8月30日在湖北省十堰市房县走失。身高150cm，体重82斤，齐耳短发，上身穿白色短袖，背粉色书包。").Count;

    private static MissingReport Report(params (FactKind Kind, string Words)[] facts)
    {
        var report = new MissingReport(Guid.CreateVersion7(Day), Guid.CreateVersion7(Day), "36", Day);
        foreach (var (kind, words) in facts) report.Add(new Fact(Guid.CreateVersion7(Day), kind, words, null, FactSource.SaidByFamily, null, null, Day));
        return report;
    }
}
