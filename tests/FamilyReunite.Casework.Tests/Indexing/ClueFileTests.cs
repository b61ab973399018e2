using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Indexing;

public sealed class ClueFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-clues-");

    private string FilePath => Path.Combine(_folder.FullName, "clues.bin");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_AfterOpeningAgain_GivesTheNewestVersionAlone()
    {
        using (var file = Open())
        {
            for (var i = 0; i < 50; i++) file.Keep(1, Clues(i, "红"));
            file.Keep(3, Clues(7, "蓝"));
            file.Keep(2, Clues(7, "绿"));
        }
        using var again = Open();
        Assert.Equal(50, again.Count);
        Assert.Equal("蓝", Assert.Single(again.Find(Id(7), 3)!.Clothing));
        Assert.Null(again.Find(Id(7), 2));
        Assert.Equal("红", Assert.Single(again.Find(Id(8), 1)!.Clothing));
        Assert.Null(again.Find(Id(99), 1));
    }

    [Fact]
    public void Open_CutInTheMiddleOfAnEntry_KeepsWhatIsWhole()
    {
        using (var file = Open())
            for (var i = 0; i < 3; i++) file.Keep(1, Clues(i, "红"));
        var whole = new FileInfo(FilePath).Length;
        for (var cut = 1; cut < 40; cut += 13)
        {
            using (var raw = File.OpenWrite(FilePath)) raw.SetLength(whole - cut);
            using (var file = Open())
            {
                Assert.Equal(2, file.Count);
                file.Keep(1, Clues(2, "红"));
            }
            using var again = Open();
            Assert.NotNull(again.Find(Id(2), 1));
        }
    }

    [Fact]
    public void Find_DamagedBytes_AreNotGivenOut()
    {
        using (var file = Open())
            for (var i = 0; i < 2; i++) file.Keep(1, Clues(i, "红"));
        using (var raw = File.Open(FilePath, FileMode.Open))
        {
            raw.Position = raw.Length - 5;
            var b = raw.ReadByte();
            raw.Position--;
            raw.WriteByte((byte)(b ^ 1));
        }
        using var again = Open();
        Assert.NotNull(again.Find(Id(0), 1));
        Assert.Null(again.Find(Id(1), 1));
        Assert.False(again.Holds(Id(1), 1));
    }

    [Fact]
    public void Open_OfAnotherBuild_BeginsAnew()
    {
        using (var file = Open()) file.Keep(1, Clues(0, "红"));
        using (var raw = File.Open(FilePath, FileMode.Open)) raw.WriteByte(0x5a);
        using var again = Open();
        Assert.Equal(0, again.Count);
    }

    [Fact]
    public void Open_MostlyOutdated_MovesTogether()
    {
        var long1 = string.Concat(Enumerable.Repeat("很长的衣服", 20_000));
        using (var file = Open())
        {
            file.Keep(1, Clues(5, "红"));
            for (var v = 1; v <= 300; v++) file.Keep(v, Clues(0, long1 + v));
            file.Keep(1, Clues(6, "蓝"));
        }
        var before = new FileInfo(FilePath).Length;
        using var again = Open();
        Assert.True(new FileInfo(FilePath).Length < before / 50);
        Assert.EndsWith("300", Assert.Single(again.Find(Id(0), 300)!.Clothing), StringComparison.Ordinal);
        Assert.Equal("红", Assert.Single(again.Find(Id(5), 1)!.Clothing));
        Assert.Equal("蓝", Assert.Single(again.Find(Id(6), 1)!.Clothing));
    }

    [Fact]
    public void Forget_ARecord_LeavesNoneOfItsWords()
    {
        using (var file = Open())
        {
            file.Keep(1, Clues(0, "purple-coat"));
            file.Forget(Id(0));
            Assert.Null(file.Find(Id(0), 1));
        }
        Assert.DoesNotContain("purple-coat", File.ReadAllText(FilePath), StringComparison.Ordinal);
        using var again = Open();
        Assert.Null(again.Find(Id(0), 1));
    }

    [Fact]
    public void Open_WhileAnotherHasIt_GivesNone()
    {
        using var file = Open();
        Assert.Null(ClueFile.Open(FilePath));
    }

    private ClueFile Open() => ClueFile.Open(FilePath) ?? throw new InvalidOperationException("The file is in use.");

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static ClueSet Clues(int n, string wears) => new() { RecordId = Id(n), Kind = RecordKind.Missing, Clothing = [wears], Fingerprint = "x" };
}
