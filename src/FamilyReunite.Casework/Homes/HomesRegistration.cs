using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Clues.Places;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Homes;

internal static class HomesRegistration
{
    public static IServiceCollection AddHomes(this IServiceCollection services) => services
        .AddSingleton<StationQuestionBank>()
        .AddSingleton<IQuestionBank>(p => p.GetRequiredService<StationQuestionBank>())
        .AddSingleton<AddedPlaceBook>()
        .AddSingleton<IAddedPlaces>(p => p.GetRequiredService<AddedPlaceBook>())
        .AddSingleton(p => new HomeBelief(p.GetRequiredService<IHomeFinder>(), p.GetService<IAddedPlaces>()))
        .AddSingleton<Divisions>()
        .AddSingleton<SharedLines>()
        .AddScoped<HomeSave>()
        .AddScoped<HomeLines>()
        .AddScoped<HomeDesk>()
        .AddScoped<InterviewDesk>()
        .AddScoped<InquiryDesk>()
        .AddScoped<ListeningDesk>()
        .AddScoped<HomeInbox>()
        .AddScoped<AddedPlaceDesk>()
        .AddScoped<AddedQuestionDesk>();
}
