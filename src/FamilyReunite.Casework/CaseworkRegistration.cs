using FamilyReunite.Casework.Audit;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Demo;
using FamilyReunite.Casework.Escort;
using FamilyReunite.Casework.Exchange;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Setup;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework;

public static class CaseworkRegistration
{
    /// <summary>Registers the use-cases and everything below them for the installation in <paramref name="data"/>.</summary>
    public static IServiceCollection AddReuniteCasework(this IServiceCollection services, DataFolder data) => services
        .AddSingleton(data)
        .AddSingleton<DatabaseMover>()
        .AddReuniteData(data.Path, services.Registered().Engine)
        .AddReuniteClues()
        .AddReuniteMatching()
        .AddIndexing()
        .AddMatchRun()
        .AddLearning()
        .AddExchange()
        .AddIntake()
        .AddRecords()
        .AddPictures()
        .AddFaces()
        .AddHomes()
        .AddReview()
        .AddEscort()
        .AddAudit()
        .AddDemo()
        .AddSetup();
}
