using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Tests.Contract;

/// <summary>What servers that share a database rest on: an outbox that is read without gaps, rights that one holds at a time.</summary>
public abstract class DatabaseSharing : DatabaseRaces, IDbContextFactory<ReuniteDb>
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public ReuniteDb CreateDbContext() => Open();

    [Fact]
    public async Task Outbox_EarlierWriterStillOpen_LaterOneIsNotSeenBeforeIt()
    {
        var (first, second) = (Person(), Person());
        await using var slow = Open();
        await using var open = await slow.Database.BeginTransactionAsync();
        slow.Add(first);
        await new ChangeWriter(slow, Clock).SaveAsync(Note("person.created", first.Id), default, first);
        var later = Task.Run(() => SaveNewAsync(second));
        await Task.WhenAny(later, Task.Delay(TimeSpan.FromSeconds(1)));
        Assert.Empty(await BehindAsync(0));

        await open.CommitAsync();
        await later;
        Assert.Equal([first.Id, second.Id], (await BehindAsync(0)).Select(o => o.RecordId));
    }

    [Fact]
    public async Task Outbox_ReadWhileTwoWritersWrite_MissesNoRow()
    {
        const int Each = 30;
        using var done = new CancellationTokenSource();
        var seen = new List<Guid>();
        var reader = Task.Run(async () =>
        {
            for (var (position, last) = (0L, false); ;)
            {
                var rows = await BehindAsync(position);
                seen.AddRange(rows.Select(r => r.RecordId));
                if (rows.Count > 0) position = rows[^1].Position;
                else if (last) return;
                last = done.IsCancellationRequested;
            }
        });
        var written = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(async () =>
        {
            var ids = new List<Guid>();
            for (var i = 0; i < Each; i++)
            {
                var person = Person();
                await using var db = Open();
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Add(person);
                await new ChangeWriter(db, Clock).SaveAsync(Note("person.created", person.Id), default, person);
                await Task.Delay((i * 7 + writer * 3) % 5);
                await transaction.CommitAsync();
                ids.Add(person.Id);
            }
            return ids;
        })));
        await done.CancelAsync();
        await reader;
        Assert.Equal(written.SelectMany(w => w).Order(), seen.Order());
    }

    [Fact]
    public async Task Lease_AskedByTwoServersAtOnce_OneHoldsIt()
    {
        for (var round = 0; round < 10; round++)
        {
            var name = $"race-{round}";
            using var one = new DatabaseLease(this, name, Life, Clock);
            using var two = new DatabaseLease(this, name, Life, Clock);
            var held = await Task.WhenAll(Task.Run(() => one.HoldAsync(default)), Task.Run(() => two.HoldAsync(default)));
            Assert.Single(held, h => h);
        }
    }

    [Fact]
    public async Task Lease_HolderThatFallsSilent_IsFollowedByAnother()
    {
        using var dead = new DatabaseLease(this, "outbox", Life, Clock);
        using var other = new DatabaseLease(this, "outbox", Life, Clock);
        Assert.True(await dead.HoldAsync(default));
        Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(await dead.HoldAsync(default));
        Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.False(await other.HoldAsync(default));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await other.HoldAsync(default));
        Assert.False(await dead.HoldAsync(default));
    }

    [Fact]
    public async Task Lease_GivenBack_IsFreeAtOnceAndOnlyForItsHolderToGive()
    {
        using var one = new DatabaseLease(this, "outbox", Life, Clock);
        using var two = new DatabaseLease(this, "outbox", Life, Clock);
        Assert.True(await one.HoldAsync(default));
        await two.ReleaseAsync(default);
        Assert.False(await two.HoldAsync(default));
        await one.ReleaseAsync(default);
        Assert.True(await two.HoldAsync(default));
    }

    private async Task<List<Domain.Ledger.OutboxEntry>> BehindAsync(long position)
    {
        await using var db = Open();
        return await db.Outbox.AsNoTracking().Where(o => o.Position > position).OrderBy(o => o.Position).ToListAsync();
    }

    private async Task SaveNewAsync(StrandedPerson person)
    {
        await using var db = Open();
        db.Add(person);
        Assert.Equal(WriteResult.Saved, await new ChangeWriter(db, Clock).SaveAsync(Note("person.created", person.Id), default, person));
    }
}
