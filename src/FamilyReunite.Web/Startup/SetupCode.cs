using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Web.Startup;

/// <summary>Eight characters printed on the console of an empty installation: whoever can read it there may make the first administrator.</summary>
internal sealed class SetupCode
{
    // no characters that read alike
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int Length = 8;

    public string Value { get; private set; } = RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The same code on every server that knows the secret: the page may be answered by another than the one whose console was read.</summary>
    public void Share(byte[] secret) =>
        Value = string.Concat(HMACSHA256.HashData(secret, "set-up code"u8).Take(Length).Select(b => Alphabet[b % Alphabet.Length]));

    public bool Fits(string? typed) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(typed?.Trim().ToUpperInvariant() ?? ""));
}
