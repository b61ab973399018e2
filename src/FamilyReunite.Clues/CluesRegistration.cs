using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Notices;
using FamilyReunite.Clues.Places;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Clues;

public static class CluesRegistration
{
    /// <summary>Registers the readers of records, descriptions, notices, places and homes as singletons.</summary>
    public static IServiceCollection AddReuniteClues(this IServiceCollection services) => services
        .AddSingleton<IPlaceResolver, PlaceResolver>()
        .AddSingleton<IDescriptionReader>(s => new DescriptionReader(s.GetRequiredService<IPlaceResolver>()))
        .AddSingleton<INoticeReader>(s => new NoticeReader(s.GetRequiredService<IPlaceResolver>()))
        .AddSingleton<IClueReader>(s => new ClueReader(s.GetRequiredService<IPlaceResolver>()))
        .AddSingleton<IHomeFinder>(s => new HomeFinder(s.GetRequiredService<IPlaceResolver>(), s.GetService<IAnswerReader>()));
}
