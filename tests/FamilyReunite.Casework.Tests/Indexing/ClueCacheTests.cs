using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Indexing;

public sealed class ClueCacheTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private readonly NameReader _reader = new();

    [Fact]
    public void Read_WithinItsCapacity_ReadsEachVersionOnce()
    {
        var cache = new ClueCache(_reader, capacity: 100);
        var people = People(100);
        for (var i = 0; i < 3; i++) Assert.All(people, p => Assert.Equal(p.Id, cache.Read(p).RecordId));
        Assert.Equal(100, _reader.Reads);
        people[0].Touch(Now);
        cache.Read(people[0]);
        Assert.Equal(101, _reader.Reads);
    }

    [Fact]
    public void Read_ByManyAtOnce_KeepsTheNewestAndAtMostTwiceItsCapacity()
    {
        var cache = new ClueCache(_reader, capacity: 50);
        var people = People(2000);
        Parallel.ForEach(people, p => cache.Read(p));
        Assert.InRange(people.Count(p => cache.Holds(p.Id, p.Version)), 1, 100 + Environment.ProcessorCount);
        foreach (var p in people.TakeLast(50)) cache.Read(p);
        Assert.All(people.TakeLast(50), p => Assert.True(cache.Holds(p.Id, p.Version)));
    }

    [Fact]
    public void Forget_KeptRecord_IsReadAnew()
    {
        var cache = new ClueCache(_reader, capacity: 10);
        var person = Assert.Single(People(1));
        cache.Read(person);
        cache.Forget(person.Id);
        Assert.Null(cache.Find(person.Id, person.Version));
    }

    private static List<StrandedPerson> People(int count) => [.. Enumerable.Range(0, count).Select(_ => new StrandedPerson(Guid.CreateVersion7(Now), Guid.CreateVersion7(Now), "4403", Now))];
}
