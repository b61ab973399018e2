using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class OpenBookTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(OpenBook.OneByOne)]
    public async Task Find_RecordsThatChangeWhileTheRunLasts_IsWhatTheDatabaseSaysNow(int oneByOne)
    {
        await using var house = await House.OpenAsync();
        var (person, silent) = (await house.PersonAsync("张秀英"), await house.PersonAsync("李建国", p => p.DoesNotWantToBeFound = true));
        var (stays, closes, changes) = (await house.ReportAsync("张秀英"), await house.ReportAsync("王桂兰"), await house.ReportAsync("赵红梅"));
        await using var db = house.Db();
        var book = new OpenBook(house.Get<IDbContextFactory<ReuniteDb>>(), oneByOne);
        Assert.Equal([person], (await book.PersonsAsync(db, [person, silent, stays], default)).Keys);
        Assert.Equal(3, (await book.ReportsAsync(db, [stays, closes, changes, person], default)).Count);

        await house.ChangeAsync<MissingReport>(closes, r => r.Status = RecordStatus.Matched);
        await house.ChangeAsync<MissingReport>(changes, _ => { });
        var comes = await house.ReportAsync("刘小妹");
        var versions = (await db.MissingReports.AsNoTracking().ToListAsync()).ToDictionary(r => r.Id, r => r.Version);

        var expected = versions.Where(v => v.Key != closes).OrderBy(v => v.Key);
        Assert.Equal(expected, (await book.ReportsAsync(db, [stays, closes, changes, comes], default)).OrderBy(v => v.Key));
        Assert.Equal(expected, (await book.AllAsync(db, RecordKind.Missing, default)).OrderBy(v => v.Key));
        Assert.Equal([changes], (await book.ReportsAsync(db, [changes, silent], default)).Keys);
        Assert.Equal([person], (await book.AllAsync(db, RecordKind.Stranded, default)).Keys);
    }
}
