using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Tests.Simulation;

public sealed class SampleFilesTests
{
    private static readonly string Folder = Find();

    [Theory]
    [InlineData("stranded.jsonl", 300)]
    [InlineData("missing.jsonl", 3000)]
    [InlineData("field-contacts.jsonl", 40)]
    [InlineData("trips.jsonl", 12)]
    public void Lines_EachParsesAndHasItsOwnSourceId(string file, int least)
    {
        var ids = Lines(file).Select(l => l.GetProperty("source_id").GetString()).ToList();

        Assert.True(ids.Count >= least);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Missing_Homes_LieInAll31Provinces()
    {
        var provinces = Places.All.Select(c => c.Province).Distinct().ToList();
        var homes = Lines("missing.jsonl").Where(l => l.TryGetProperty("home_place", out _)).Select(l => l.GetProperty("home_place").GetString()!).ToList();

        Assert.Equal(31, provinces.Count(p => homes.Exists(h => h.StartsWith(p, StringComparison.Ordinal))));
    }

    [Fact]
    public void TruePairs_EachNamesExistingRecords_InEveryStratum()
    {
        var persons = Lines("stranded.jsonl").Select(l => l.GetProperty("source_id").GetString()).ToHashSet();
        var reports = Lines("missing.jsonl").Select(l => l.GetProperty("source_id").GetString()).ToHashSet();
        var pairs = File.ReadLines(Path.Combine(Folder, "true-pairs.csv")).Skip(1).Select(l => l.Split(',')).ToList();

        Assert.InRange(pairs.Count, 100, 140);
        Assert.All(pairs, p => Assert.True(persons.Contains(p[0]) && reports.Contains(p[1])));
        Assert.Equal(7, pairs.Select(p => p[2]).Distinct().Count());
    }

    [Fact]
    public void Trips_EveryStateIsThere()
    {
        var states = Lines("trips.jsonl").Select(l => Enum.Parse<TripState>(l.GetProperty("state").GetString()!)).Distinct();

        Assert.Equal(Enum.GetValues<TripState>().Order(), states.Order());
    }

    [Fact]
    public void Photos_EachExistsAndIsSmall()
    {
        var photos = Lines("stranded.jsonl").Concat(Lines("missing.jsonl")).Where(l => l.TryGetProperty("photo", out _)).Select(l => new FileInfo(Path.Combine(Folder, l.GetProperty("photo").GetString()!))).ToList();

        Assert.True(photos.Count >= 60);
        Assert.All(photos, p => Assert.InRange(p.Length, 500, 12 * 1024));
        Assert.True(photos.Select(p => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(p.FullName)))).Distinct().Count() >= 60);
    }

    [Fact]
    public void Files_NoTelephoneNumberLooksReal()
    {
        var numbers = new Regex(@"(?<![\d-])(1[3-9]\d{9}|0[1-9]\d{1,2}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)", RegexOptions.CultureInvariant);

        foreach (var file in Directory.EnumerateFiles(Folder).Where(f => f.EndsWith("json", StringComparison.Ordinal) || f.EndsWith("jsonl", StringComparison.Ordinal)))
            Assert.DoesNotMatch(numbers, Regex.Replace(File.ReadAllText(file), @"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "", RegexOptions.CultureInvariant));
        Assert.All(Lines("missing.jsonl").Where(l => l.TryGetProperty("reporter_contact", out _)), l => Assert.StartsWith("000-", l.GetProperty("reporter_contact").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public void Folder_IsSmallerThanSixMegabytes() =>
        Assert.InRange(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), 1, 6 * 1024 * 1024);

    private static List<JsonElement> Lines(string file) => [.. File.ReadLines(Path.Combine(Folder, file)).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Find()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "FamilyReunite.sln"))) return Path.Combine(d.FullName, "data-samples");
        }
        throw new DirectoryNotFoundException("data-samples");
    }
}
