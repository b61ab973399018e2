using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class ImportTests
{
    private const string Full = """{"source_id":"S-1","name":"张秀英","sex":"女","age":63,"age_approx":true,"height_cm":158,"found":"2025-05-22","marks":["左眉尾黑痣"],"family":["哥哥开火车"],"home_place":"四川省南充市仪陇县","heard_home":["鸳鸯镇"],"text":"说话含糊<b>"}""";

    [Fact]
    public async Task Import_JsonLine_KeepsWordsAndMeaningAndWhoSaidIt()
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync(Full);
        Assert.Equal((1, 1, 0, 0, 0, "utf-8"), (result.Rows, result.Added, result.Updated, result.Unchanged, result.Rejected, result.Encoding));
        Assert.Equal(("左眉尾黑痣", "Mole|Brow|Left", FactSource.Observed), Form(await desk.FactAsync("S-1", FactKind.Mark)));
        Assert.Equal(("四川省南充市仪陇县", "511324", FactSource.SaidByPerson), Form(await desk.FactAsync("S-1", FactKind.HomePlace)));
        Assert.Equal(("女", "F", FactSource.Observed), Form(await desk.FactAsync("S-1", FactKind.Sex)));
        Assert.Equal(("说话含糊<b>", null, FactSource.Observed), Form(await desk.FactAsync("S-1", FactKind.FreeText)));
        var age = await desk.FactAsync("S-1", FactKind.Age);
        Assert.Equal(("约63岁", Confidence.Unsure, new DateOnly(2025, 5, 22)), (age.AsHeard, age.Confidence, DateOnly.FromDateTime(age.RecordedAt.UtcDateTime)));
    }

    [Fact]
    public async Task Import_Report_IsSaidByTheFamily()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync("""{"source_id":"M-1","name":"李涛","birth":"1979-12-02","birth_calendar":"lunar","missing":"2018-06-16","reporter_contact":"000-00000000"}""", RecordKind.Missing);
        Assert.Equal(("农历1979-12-02", "lunar:1979-12-02", FactSource.SaidByFamily), Form(await desk.FactAsync("M-1", FactKind.BirthDate)));
        Assert.Equal(("000-00000000", null, FactSource.SaidByFamily), Form(await desk.FactAsync("M-1", FactKind.ReporterContact)));
    }

    [Fact]
    public async Task Import_SameFileAgain_ChangesNothing()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync(Full);
        var before = await TracesAsync(desk);
        var again = await desk.ImportAsync(Full);
        Assert.Equal((0, 0, 1), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal(before, await TracesAsync(desk));
    }

    [Fact]
    public async Task Import_FileThatBringsADeletedPhotoAgain_DoesNotPutItBack()
    {
        await using var desk = await Desk.OpenAsync();
        using (var bitmap = new SkiaSharp.SKBitmap(40, 30))
        using (var png = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100)) await File.WriteAllBytesAsync(Path.Combine(desk.Files, "a.png"), png.ToArray(), TestContext.Current.CancellationToken);
        const string row = """{"source_id":"S-1","sex":"女","photo":"a.png"}""";
        await desk.ImportAsync(row);
        var record = await desk.RecordAsync("S-1");
        var photo = Assert.Single(record.Attachments);
        await using (var db = desk.Db())
        {
            db.Remove((await db.Records.Include(r => r.Attachments).SingleAsync(TestContext.Current.CancellationToken)).Detach(photo.Id)!);
            db.DeletedPictures.Add(new DeletedPicture(photo.Id, record.Id, photo.Sha256, "误传", Guid.AllBitsSet, Desk.Start));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var again = await desk.ImportAsync(row);
        Assert.Equal((0, 0, 1), (again.Added, again.Updated, again.Unchanged));
        Assert.Empty((await desk.RecordAsync("S-1")).Attachments);
        // nor does its file stay
        Assert.False(desk.Get<Photos.Storage.IBlobStore>().Exists(photo.Sha256));
    }

    [Fact]
    public async Task Import_NewContent_ReplacesSingleFieldsAndAddsToLists()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync(Full);
        var result = await desk.ImportAsync(Full.Replace("张秀英", "张秀云", StringComparison.Ordinal).Replace("左眉尾黑痣", "右手断指", StringComparison.Ordinal));
        Assert.Equal((0, 1, 0), (result.Added, result.Updated, result.Unchanged));
        var record = await desk.RecordAsync("S-1");
        Assert.Equal(["张秀云"], record.Current(FactKind.Name).Select(f => f.AsHeard));
        Assert.Equal(["右手断指", "左眉尾黑痣"], record.Current(FactKind.Mark).Select(f => f.AsHeard).Order(StringComparer.Ordinal));
        Assert.Contains(record.Facts, f => f.AsHeard == "张秀英" && !f.IsCurrent);
        var back = await desk.ImportAsync(Full);
        Assert.Equal(1, back.Updated);
        Assert.Equal("张秀英", (await desk.FactAsync("S-1", FactKind.Name)).AsHeard);
    }

    [Fact]
    public async Task Import_FactCorrectedByAPerson_StaysCorrected()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync(Full);
        await using (var db = desk.Db())
        {
            var record = await db.StrandedPersons.Include(p => p.Facts).SingleAsync();
            record.Add(new Fact(desk.NewId(), FactKind.Name, "章秀英", null, FactSource.SaidByPerson, null, desk.NewId(), desk.Clock.GetUtcNow(), replaces: record.Current(FactKind.Name).Single().Id));
            await new ChangeWriter(db, desk.Clock).SaveAsync(new ChangeNote(desk.NewId(), Actor.System("test"), "person.fact-added", "person", record.Id), default, record);
        }
        Assert.Equal(1, (await desk.ImportAsync(Full)).Unchanged);
        Assert.Equal("章秀英", (await desk.FactAsync("S-1", FactKind.Name)).AsHeard);
    }

    [Fact]
    public async Task Import_OneIdTwiceInOneFile_IsOneRecord()
    {
        await using var desk = await Desk.OpenAsync();
        var result = await desk.ImportAsync(Full + "\n" + Full.Replace("63", "64", StringComparison.Ordinal));
        Assert.Equal((2, 1), (result.Rows, result.Added));
        Assert.Equal("约64岁", (await desk.FactAsync("S-1", FactKind.Age)).AsHeard);
    }

    [Fact]
    public async Task Import_ManyRows_StoppedHalfWay_GoesOnWhenRunAgain()
    {
        await using var desk = await Desk.OpenAsync();
        var rows = string.Join('\n', Enumerable.Range(0, 450).Select(i => $$"""{"source_id":"S-{{i}}","name":"张三"}"""));
        using var stop = new CancellationTokenSource();
        var path = desk.Write("many.jsonl", rows);
        var request = new ImportRequest(path, RecordKind.Stranded, Actor.System("test"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Get<Importer>().RunAsync(request, new Stopper(stop), stop.Token));
        await using (var db = desk.Db()) Assert.Equal(0, await db.Records.CountAsync() % Importer.BatchSize);
        var result = (await desk.Get<Importer>().RunAsync(request, null, default)).Value!;
        Assert.Equal(450, result.Added + result.Unchanged);
        await using (var db = desk.Db()) Assert.Equal(450, await db.Records.CountAsync());
    }

    [Fact]
    public async Task Import_Contact_KeepsVisits()
    {
        await using var desk = await Desk.OpenAsync();
        const string contact = """{"source_id":"F-1","call_name":"蓝衣小哥","visits":[{"at":"2026-02-15T14:54:00+08:00","place":"和平桥下","state":"精神尚好","supplies":"水2","wants_to_come":false,"next_visit":"2026-03-01"}]}""";
        await desk.ImportAsync(contact, RecordKind.FieldContact);
        Assert.Equal(1, (await desk.ImportAsync(contact, RecordKind.FieldContact)).Unchanged);
        await using var db = desk.Db();
        var stored = await db.FieldContacts.Include(c => c.Visits).SingleAsync();
        Assert.Equal(("蓝衣小哥", new DateOnly(2026, 3, 1), "和平桥下"), (stored.CallName, stored.NextVisit, Assert.Single(stored.Visits).Place));
    }

    private static (string, string?, FactSource) Form(Fact f) => (f.AsHeard, f.Understood, f.Source);

    private static async Task<(int, int, int)> TracesAsync(Desk desk)
    {
        await using var db = desk.Db();
        return (await db.Facts.CountAsync(), await db.AuditEntries.CountAsync(), await db.Outbox.CountAsync());
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => stop.Cancel();
    }
}
