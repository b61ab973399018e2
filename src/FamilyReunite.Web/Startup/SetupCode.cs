using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Web.Startup;

/// <summary>Eight characters printed on the console of an empty installation: whoever can read it there may make the first administrator.</summary>
internal sealed class SetupCode
{
    // no characters that read alike
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public string Value { get; } = RandomNumberGenerator.GetString(Alphabet, 8);

    public bool Fits(string? typed) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(typed?.Trim().ToUpperInvariant() ?? ""));
}
