using FamilyReunite.Clues.Homes;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Homes;

internal static class HomesRegistration
{
    public static IServiceCollection AddHomes(this IServiceCollection services) => services
        .AddSingleton(p => new HomeBelief(p.GetRequiredService<IHomeFinder>()))
        .AddSingleton<Divisions>()
        .AddSingleton<SharedLines>()
        .AddScoped<HomeSave>()
        .AddScoped<HomeLines>()
        .AddScoped<HomeDesk>()
        .AddScoped<InterviewDesk>()
        .AddScoped<InquiryDesk>()
        .AddScoped<ListeningDesk>()
        .AddScoped<HomeInbox>()
        .AddScoped<AddedPlaceDesk>();
}
