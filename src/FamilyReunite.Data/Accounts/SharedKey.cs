namespace FamilyReunite.Data.Accounts;

/// <summary>A secret that all servers of a database need, sealed with a key that is not in the database.</summary>
/// <param name="Name">What it is for; the seal is bound to it.</param>
/// <param name="Box">Nonce, AES-256-GCM cipher text, tag.</param>
public sealed record SharedKey(string Name, byte[] Box, DateTimeOffset MadeAt);
