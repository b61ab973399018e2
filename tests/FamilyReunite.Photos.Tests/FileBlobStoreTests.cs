using System.Text;
using FamilyReunite.Photos.Storage;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Photos.Tests;

public sealed class FileBlobStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-blobs-");
    private readonly FileBlobStore _store;

    public FileBlobStoreTests() => _store = new FileBlobStore(_folder.FullName, new FakeTimeProvider());

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Write_Bytes_AreReadUnderTheirHash()
    {
        var sha = await _store.WriteAsync("abc"u8.ToArray(), default);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", sha);
        Assert.True(_store.Exists(sha));
        using var reader = new StreamReader(_store.OpenRead(sha)!);
        Assert.Equal("abc", await reader.ReadToEndAsync());
        Assert.Equal([Path.Combine(_folder.FullName, "ba", sha)], Files());
    }

    [Fact]
    public async Task Write_SameBytesTwiceAtOnce_KeepsOneFile()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _store.WriteAsync(Encoding.UTF8.GetBytes("同一张照片"), default))));
        Assert.Single(all.Distinct());
        Assert.Single(Files());
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothingBehind()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.WriteAsync(new byte[100_000], stop.Token));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("/a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Open_NoSuchBlobOrNoHash_IsNull(string sha)
    {
        Assert.Null(_store.OpenRead(sha));
        Assert.False(_store.Exists(sha));
    }

    [Fact]
    public async Task Write_WithKey_IsReadableOnlyThroughTheKeyAndUnderItsName()
    {
        var store = Keyed();
        var sha = await store.WriteAsync("a face and a place"u8.ToArray(), default);
        var path = Assert.Single(Files(), f => f.EndsWith(".sealed", StringComparison.Ordinal));
        Assert.DoesNotContain("a face", await File.ReadAllTextAsync(path, Encoding.Latin1));
        using (var reader = new StreamReader(store.OpenRead(sha)!)) Assert.Equal("a face and a place", await reader.ReadToEndAsync());
        var other = await store.WriteAsync("another"u8.ToArray(), default);
        File.Copy(path, Path.Combine(_folder.FullName, other[..2], other + ".sealed"), overwrite: true);
        Assert.Throws<InvalidDataException>(() => store.OpenRead(other));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Throws<InvalidDataException>(() => store.OpenRead(sha));
    }

    [Fact]
    public async Task SealPlain_FilesOfAnEarlierVersion_AreReadBeforeAndAfter()
    {
        var sha = await _store.WriteAsync("abc"u8.ToArray(), default);
        var store = Keyed();
        Assert.True(store.OpenRead(sha) is { } open && Close(open));
        Assert.Equal((1, 0), (await store.SealPlainAsync(default), await store.SealPlainAsync(default)));
        Assert.DoesNotContain(Files(), f => Path.GetFileName(f) == sha);
        using var reader = new StreamReader(store.OpenRead(sha)!);
        Assert.Equal("abc", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task OpenKey_LostWhileFilesAreSealed_IsRefused()
    {
        await Keyed().WriteAsync("abc"u8.ToArray(), default);
        File.Delete(KeyPath);
        Assert.Throws<InvalidDataException>(Keyed);
    }

    private string KeyPath => Path.Combine(_folder.FullName, "keys", "blobs.key");

    private FileBlobStore Keyed() => new(_folder.FullName, new FakeTimeProvider(), BlobKey.OpenOrCreate(KeyPath, _folder.FullName));

    private static bool Close(Stream stream)
    {
        stream.Dispose();
        return true;
    }

    private string[] Files() => Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories);
}
