using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Exchange;

internal static class ExchangeRegistration
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services;
}
