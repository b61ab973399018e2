using FamilyReunite.Domain.People;

namespace FamilyReunite.Web.Frame;

/// <param name="Key">Key of its word in SharedText.</param>
/// <param name="Also">Other addresses that belong to it.</param>
public sealed record NavigationItem(string Path, string Key, params string[] Also)
{
    /// <summary>Characters of the address that the item answers for; 0 when it is not its own.</summary>
    public int Reach(string path) => Also.Append(Path).Where(p => path.StartsWith(p, StringComparison.OrdinalIgnoreCase)).Select(p => p.Length).DefaultIfEmpty().Max();
}

/// <summary>What a role finds in its navigation; the first item is its first page.</summary>
public static class Navigation
{
    private static readonly NavigationItem Today = new("/Today", "nav.today");
    private static readonly NavigationItem People = new("/People", "nav.people", "/Intake", "/Homes", "/Cards");
    private static readonly NavigationItem Contacts = new("/Contacts", "nav.contacts");
    private static readonly NavigationItem Reports = new("/Reports", "nav.reports");
    private static readonly NavigationItem Review = new("/Review", "nav.review");
    private static readonly NavigationItem Cases = new("/Cases", "nav.cases", "/People", "/Reports", "/Homes", "/Cards");
    private static readonly NavigationItem Escort = new("/Escort", "nav.escort");
    private static readonly NavigationItem Audit = new("/Audit", "nav.audit");
    private static readonly NavigationItem Admin = new("/Admin", "nav.admin");
    private static readonly NavigationItem Model = new("/Admin/Model", "nav.model");
    private static readonly NavigationItem Faces = new("/Admin/Faces", "nav.faces");
    private static readonly NavigationItem Accounts = new("/Admin/Accounts", "nav.accounts");

    public static IReadOnlyList<NavigationItem> For(string? role) => role switch
    {
        Role.StationStaff or Role.StationManager => [Today, People, Contacts, Reports, Review, Escort],
        Role.PoliceLiaison => [Review, Cases, Escort],
        Role.EscortTeam => [Escort],
        Role.Auditor => [Audit],
        Role.Administrator => [Admin, Model, Faces, Accounts],
        _ => [],
    };
}
