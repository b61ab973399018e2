using System.Globalization;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Height by sex, age and year of birth.</summary>
internal sealed class Growth(SimulationParameters parameters)
{
    /// <param name="deviation">The person's own place among others of the age, in standard deviations.</param>
    public double HeightCm(Sex sex, double age, int birthYear, double deviation)
    {
        var s = sex == Sex.Male ? "M" : "F";
        if (age < 18)
        {
            var low = Math.Clamp((int)age, 1, 17);
            var median = At(s, low) + (At(s, low + 1) - At(s, low)) * Math.Clamp(age - low, 0, 1);
            return median * (1 + deviation * parameters.Rate("child-height-sd-share"));
        }
        var cohort = Math.Max(0, 1990 - birthYear) * parameters.Rate("adult-height-per-year");
        return At(s, 18) - cohort + deviation * parameters.Rate("adult-height-sd") - Math.Max(0, age - 60) * parameters.Rate("age-shrink-per-year");
    }

    private double At(string s, int age) => parameters.Number("growth", s + "|" + age.ToString("00", CultureInfo.InvariantCulture));
}
