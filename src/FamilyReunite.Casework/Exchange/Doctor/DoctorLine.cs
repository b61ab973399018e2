namespace FamilyReunite.Casework.Exchange.Doctor;

public enum Health { Ok, Warn, Bad }

/// <summary>One thing that was looked at.</summary>
/// <param name="Check">Stable name ("sqlite", "disk" …).</param>
/// <param name="Said">What was found and, unless it is well, what to do; a code with its sentence in <c>Problems/doctor.resx</c>.</param>
public sealed record DoctorLine(string Check, Health Health, Domain.Problem Said)
{
    internal static DoctorLine Ok(string check, string code, params object[] args) => new(check, Health.Ok, new Domain.Problem(code, check, args));

    internal static DoctorLine Warn(string check, string code, params object[] args) => new(check, Health.Warn, new Domain.Problem(code, check, args));

    internal static DoctorLine Bad(string check, string code, params object[] args) => new(check, Health.Bad, new Domain.Problem(code, check, args));
}
