using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Tests.Homes;

/// <summary>An installation with a person who says a place, a recording of them, and a station elsewhere.</summary>
public sealed class HomesWorld : IAsyncLifetime
{
    private House? _house;

    public House House => _house ?? throw new InvalidOperationException("Not opened.");

    public Guid Person { get; private set; }

    public Guid Clip { get; private set; }

    /// <summary>Of the station that keeps the person.</summary>
    public Caller Staff => House.Staff;

    /// <summary>Of a station elsewhere.</summary>
    public Caller Elsewhere => House.OtherStaff;

    public Caller Liaison => Staff with { Role = Role.PoliceLiaison, OrganisationId = House.NewId(), OrganisationKind = OrganisationKind.Police, District = "44" };

    public async ValueTask InitializeAsync()
    {
        _house = await House.OpenAsync();
        Clip = House.NewId();
        Person = await House.PersonAsync("", p =>
        {
            p.CallName = "郑州";
            p.Add(House.Fact(FactKind.Sex, "男", "M"));
            p.Add(House.Fact(FactKind.Age, "60岁左右", "58..62"));
            p.Add(new Fact(House.NewId(), FactKind.HomeHeard, "四川省仪陇县", null, FactSource.SaidByPerson, null, null, House.Start));
            p.Add(new Fact(House.NewId(), FactKind.HomeHeard, "日星", null, FactSource.SaidByPerson, null, null, House.Start));
            p.Attach(new Attachment(Clip, AttachmentKind.Audio, new string('b', 64), "audio/wav", 4, "voice.wav", null, null, 0, null, null, House.Start));
        });
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    /// <summary>Runs one use-case as a request would, in a scope of its own.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = House.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task HideAsync() => House.ChangeAsync<StrandedPerson>(Person, p => p.DoesNotWantToBeFound = true);

    public async Task<(int Audit, int Outbox)> LedgerAsync(string action)
    {
        await using var db = House.Db();
        return (await db.AuditEntries.CountAsync(a => a.Action == action), await db.Outbox.CountAsync());
    }

    public ReuniteDb Db() => House.Db();
}
