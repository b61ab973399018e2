using FamilyReunite.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace FamilyReunite.Web.Accounts;

/// <summary>Which role may open which folder of pages. A folder that is not listed is open to whoever is signed in.</summary>
public static class RolePolicies
{
    private static readonly string[] Station = [Role.StationStaff, Role.StationManager];

    /// <summary>Folder → roles.</summary>
    public static IReadOnlyDictionary<string, string[]> Folders { get; } = new Dictionary<string, string[]>
    {
        ["/Today"] = Station,
        ["/Intake"] = Station,
        ["/Contacts"] = Station,
        ["/People"] = [.. Station, Role.PoliceLiaison],
        ["/Pictures"] = [.. Station, Role.PoliceLiaison],
        ["/Faces"] = [.. Station, Role.PoliceLiaison],
        ["/Why"] = [.. Station, Role.PoliceLiaison],
        ["/Homes"] = [.. Station, Role.PoliceLiaison],
        ["/Reports"] = [.. Station, Role.PoliceLiaison],
        ["/Search"] = [.. Station, Role.PoliceLiaison],
        ["/Review"] = [.. Station, Role.PoliceLiaison],
        ["/Cases"] = [Role.PoliceLiaison],
        ["/Escort"] = [.. Station, Role.PoliceLiaison, Role.EscortTeam],
        ["/Audit"] = [Role.Auditor],
        ["/Admin"] = [Role.Administrator],
    };

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var (folder, roles) in Folders) options.AddPolicy(folder, p => p.RequireAuthenticatedUser().RequireRole(roles));
    }

    public static void Guard(PageConventionCollection pages)
    {
        foreach (var folder in Folders.Keys) pages.AuthorizeFolder(folder, folder);
        pages.AllowAnonymousToFolder("/Account");
        pages.AllowAnonymousToFolder("/Setup");
        pages.AllowAnonymousToPage("/NotFound");
        pages.AllowAnonymousToPage("/Fault");
    }
}
