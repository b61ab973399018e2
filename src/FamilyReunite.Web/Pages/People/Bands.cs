namespace FamilyReunite.Web.Pages.People;

/// <summary>Words instead of numbers where a number would say more than it knows.</summary>
public static class Bands
{
    /// <summary>1 (almost impossible) to 7 (almost certain) for a calibrated probability.</summary>
    public static int Of(double probability) => probability switch { < .01 => 1, < .10 => 2, < .25 => 3, < .50 => 4, < .80 => 5, <= .95 => 6, _ => 7 };

    /// <summary>"most", "much", "some" or "little" of what was said points there.</summary>
    public static string Share(double share) => share switch { >= .5 => "most", >= .2 => "much", >= .05 => "some", _ => "little" };
}
