using System.Text;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Audit;
using FamilyReunite.Casework.Tests.Review;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private ReviewWorld _world = null!;
    private Guid _record;

    private Caller Auditor => _world.Colleague with { Role = Role.Auditor };

    public async ValueTask InitializeAsync()
    {
        _world = await ReviewWorld.MakeAsync();
        _record = _world.NewId();
        for (var i = 0; i < 60; i++) await NoteAsync(i % 2 == 0 ? _world.Staff : _world.Liaison, i % 3 == 0 ? "person.viewed" : "review.confirm", i == 7 ? _record : _world.NewId());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Read_EveryRow_OnceOverThePagesNewestFirst()
    {
        var seen = new List<long>();
        for (long? before = null; ;)
        {
            var page = (await ReadAsync(new AuditFilter(Before: before)))!;
            seen.AddRange(page.Rows.Select(r => r.Entry.Sequence));
            if (page.Next is null) break;
            before = page.Next;
        }
        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i).Reverse(), seen);
    }

    [Fact]
    public async Task Read_Filters_NarrowByAccountActionRecordAndTime()
    {
        Assert.All((await ReadAsync(new AuditFilter(Account: _world.Staff.AccountId)))!.Rows, r => Assert.Equal("王某", r.Who));
        Assert.Equal(20, (await ReadAsync(new AuditFilter(Action: "person")))!.Rows.Count);
        Assert.Equal(40, (await ReadAsync(new AuditFilter(Action: "review.confirm")))!.Rows.Count);
        Assert.Equal("李某", Assert.Single((await ReadAsync(new AuditFilter(Record: _record)))!.Rows).Who);
        Assert.Empty((await ReadAsync(new AuditFilter(Until: ReviewWorld.Start)))!.Rows);
    }

    [Fact]
    public async Task Read_AnybodyElse_GetsNothing()
    {
        await using var db = _world.Open();
        foreach (var role in Role.All.Where(r => r != Role.Auditor))
            Assert.Null(await new AuditReader(db).ReadAsync(_world.Staff with { Role = role }, new AuditFilter(), default));
    }

    [Fact]
    public async Task Check_HoldingChain_IsKeptAsARowAndRepeatIsHarmless()
    {
        var write = _world.NewId();
        await using var db = _world.Open();
        Assert.Null(await Check(db).LastAsync(Auditor, default));
        Assert.Equal(60, (await Check(db).RunAsync(Auditor, write, default)).Value!.Verdict.Rows);
        await Check(db).RunAsync(Auditor, write, default);
        Assert.Equal(new AuditVerdict(60, AuditFault.None, null), (await Check(db).LastAsync(Auditor, default))!.Verdict);
        Assert.Equal(61, await db.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task Check_AlteredRow_KeepsTheFirstBrokenOne()
    {
        await using var db = _world.Open();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_no_update; UPDATE \"AuditEntries\" SET \"Action\" = 'x' WHERE \"Sequence\" = 12");
        await Check(db).RunAsync(Auditor, _world.NewId(), default);
        Assert.Equal(new AuditVerdict(11, AuditFault.Altered, 12), (await Check(db).LastAsync(Auditor, default))!.Verdict);
    }

    [Fact]
    public async Task Export_WithFilter_HoldsNoNamesOrAddressesAndLeavesATrace()
    {
        await NoteAsync(_world.Staff, "person.viewed", _record, "=cmd()");
        await using var db = _world.Open();
        using var file = new MemoryStream();
        Assert.True((await new AuditExport(new AuditReader(db), new ChangeWriter(db, _world.Clock)).WriteAsync(Auditor, new AuditFilter(Record: _record), _world.NewId(), file, default)).Succeeded);
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal("sequence,at_utc,account,role,organisation,action,subject_kind,subject,detail,hash", lines[0]);
        Assert.DoesNotContain(lines, l => l.Contains("王某", StringComparison.Ordinal) || l.Contains("127.0.0.1", StringComparison.Ordinal) || l.Contains(",=cmd", StringComparison.Ordinal));
        Assert.Equal("audit.exported", (await db.AuditEntries.OrderBy(a => a.Sequence).LastAsync()).Action);
        Assert.False((await new AuditExport(new AuditReader(db), new ChangeWriter(db, _world.Clock)).WriteAsync(_world.Staff, new AuditFilter(), _world.NewId(), file, default)).Succeeded);
    }

    private ChainCheck Check(ReuniteDb db) => new(db, new AuditVerifier(db), new ChangeWriter(db, _world.Clock), _world.Clock);

    private async Task<AuditPage?> ReadAsync(AuditFilter filter)
    {
        await using var db = _world.Open();
        return await new AuditReader(db).ReadAsync(Auditor, filter, default);
    }

    private async Task NoteAsync(Caller by, string action, Guid subject, string? detail = null)
    {
        await using var db = _world.Open();
        await new ChangeWriter(db, _world.Clock).SaveAsync(new ChangeNote(_world.NewId(), by.Actor, action, "person", subject, detail), default);
    }
}
