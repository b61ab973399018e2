using Microsoft.AspNetCore.Identity;

namespace FamilyReunite.Data.Accounts;

/// <summary>A person who signs in. Roles are those of <see cref="Domain.People.Role"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name as colleagues read it in histories.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The station or police unit the account belongs to.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>"zh-CN" or "en"; null follows the browser.</summary>
    public string? Language { get; set; }
}
