using FamilyReunite.Photos.Storage;
using Microsoft.Extensions.Hosting;

namespace FamilyReunite.Casework.Intake;

/// <summary>After the start, encrypts files that an earlier version stored plain.</summary>
internal sealed class BlobSealing(FileBlobStore blobs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => blobs.SealPlainAsync(stoppingToken), stoppingToken);
}
