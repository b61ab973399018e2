using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Casework.Tests;

public sealed class DataFolderTests
{
    [Fact]
    public void With_NothingSet_KeepsEverythingTogether()
    {
        var data = DataFolder.At("/srv/reunite").With(new ConfigurationBuilder().Build());
        Assert.Equal(("/srv/reunite/blobs", "/srv/reunite/keys", "/srv/reunite/keys/blobs.key"), (data.Blobs, data.Keys, data.BlobKey));
    }

    [Fact]
    public void With_SharedFolders_PutsOnlyTheseElsewhere()
    {
        var data = DataFolder.At("/srv/reunite").With(new ConfigurationBuilder().AddInMemoryCollection([new("Folders:Blobs", "/mnt/blobs"), new("Folders:Keys", "/run/keys")]).Build());
        Assert.Equal(("/mnt/blobs", "/run/keys/blobs.key", "/srv/reunite/index"), (data.Blobs, data.BlobKey, data.Index));
    }
}
