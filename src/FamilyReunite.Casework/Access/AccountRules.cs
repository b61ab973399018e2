using Microsoft.AspNetCore.Identity;

namespace FamilyReunite.Casework.Access;

/// <summary>Rules for passwords and lock-out; the framework's defaults are weaker.</summary>
public static class AccountRules
{
    public const int MinPasswordLength = 12;

    public static void Apply(IdentityOptions o)
    {
        // length protects; rules about kinds of characters make people write passwords down (NIST SP 800-63B)
        o.Password = new PasswordOptions { RequiredLength = MinPasswordLength, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
        o.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
        o.User.RequireUniqueEmail = false;
        o.User.AllowedUserNameCharacters = "";
    }
}
