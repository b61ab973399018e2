namespace FamilyReunite.Web.Pages.People;

/// <summary>A share of the clues as a word; a number would say more than it knows.</summary>
public static class HomeShare
{
    /// <summary>"most", "much", "some" or "little" of what was said points there.</summary>
    public static string Of(double share) => share switch { >= .5 => "most", >= .2 => "much", >= .05 => "some", _ => "little" };
}
