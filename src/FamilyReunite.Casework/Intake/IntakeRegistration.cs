using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Intake;

internal static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services;
}
