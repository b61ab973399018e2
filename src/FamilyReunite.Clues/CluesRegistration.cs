using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Clues.Notices;
using FamilyReunite.Clues.Places;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Clues;

public static class CluesRegistration
{
    /// <summary>Registers the readers of records, descriptions, notices, places, homes and the interview as singletons.</summary>
    public static IServiceCollection AddReuniteClues(this IServiceCollection services) => services
        .AddSingleton<IPlaceResolver>(s => new PlaceResolver(s.GetService<IAddedPlaces>()))
        .AddSingleton<IDescriptionReader>(s => new DescriptionReader(s.GetRequiredService<IPlaceResolver>()))
        .AddSingleton<INoticeReader>(s => new NoticeReader(s.GetRequiredService<IPlaceResolver>()))
        .AddSingleton<IClueReader>(s => new ClueReader(s.GetRequiredService<IPlaceResolver>(), s.GetRequiredService<IHomeFinder>()))
        .AddSingleton<IQuestionBank, InMemoryQuestionBank>()
        .AddSingleton<HomeInterview>()
        .AddSingleton<IInterview>(s => s.GetRequiredService<HomeInterview>())
        .AddSingleton<IAnswerReader>(s => s.GetRequiredService<HomeInterview>())
        .AddSingleton<IHomeFinder>(s => new HomeFinder(s.GetRequiredService<IPlaceResolver>(), s.GetService<IAnswerReader>()));
}
