using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Data;
using FamilyReunite.Data.Accounts;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Photos.Storage;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Database;

/// <summary>Secrets that the servers of one database share: they lie in it, sealed with the key file that every server has (<see cref="DataFolder.BlobKey"/>), so that neither a copy of the database nor a copy of the file alone opens them.</summary>
public sealed class SharedKeys(DataFolder data, IDbContextFactory<ReuniteDb> databases, TimeProvider clock)
{
    /// <summary>Made by the server that was first; all others must be able to open it.</summary>
    private const string Installation = "installation";

    private const int SecretLength = 32;

    /// <summary>Thirty-two bytes that all servers of the database know; made when there are none.</summary>
    /// <exception cref="DatabaseRefusedException">This server's key file is not that of the others: it could read neither their cookies nor their photos.</exception>
    public async Task<byte[]> OpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var writer = new ChangeWriter(db, clock);
        // of two servers that start together the second finds what the first made
        await writer.TakeTurnAsync(ct);
        if (await db.SharedKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Name == Installation, ct) is { } kept) return File.Exists(data.BlobKey) ? Unseal(kept) : throw Differs();
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        await AddAsync(db, writer, Installation, secret, ct);
        await transaction.CommitAsync(ct);
        return secret;
    }

    /// <summary>The secrets whose name begins so, opened.</summary>
    /// <exception cref="DatabaseRefusedException">Sealed with another key file.</exception>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(string prefix, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.SharedKeys.AsNoTracking().Where(k => k.Name.StartsWith(prefix)).OrderBy(k => k.Name).ToListAsync(ct)).Select(Unseal)];
    }

    /// <summary>Stores a secret for all servers; one of that name stays.</summary>
    public async Task AddAsync(string name, byte[] secret, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var writer = new ChangeWriter(db, clock);
        await writer.TakeTurnAsync(ct);
        if (await db.SharedKeys.AnyAsync(k => k.Name == name, ct)) return;
        await AddAsync(db, writer, name, secret, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task AddAsync(ReuniteDb db, ChangeWriter writer, string name, byte[] secret, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.SharedKeys.Add(new SharedKey(name, Key().Seal(secret, Bound(name)), now));
        await writer.SaveAsync(new ChangeNote(Guid.CreateVersion7(now), Actor.System("keys"), "key.made", "installation", null), ct);
    }

    private byte[] Unseal(SharedKey key)
    {
        try
        {
            return Key().Unseal(key.Box, Bound(key.Name));
        }
        catch (InvalidDataException)
        {
            throw Differs();
        }
    }

    private static DatabaseRefusedException Differs() => new(new Problem("database.key-differs"));

    private BlobKey Key() => BlobKey.OpenOrCreate(data.BlobKey, data.Blobs);

    /// <summary>Photos are bound to their hash, which holds no colon: neither seal opens in the place of the other.</summary>
    private static byte[] Bound(string name) => Encoding.UTF8.GetBytes("shared:" + name);
}
