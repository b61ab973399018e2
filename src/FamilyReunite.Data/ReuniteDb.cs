using FamilyReunite.Data.Accounts;
using FamilyReunite.Data.Configurations;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Pictures;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data;

/// <summary>The truth: records, matches, trips, jobs, audit chain and outbox of one installation. Write through <see cref="ChangeWriter"/>.</summary>
public sealed class ReuniteDb(DbContextOptions<ReuniteDb> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<CaseRecord> Records => Set<CaseRecord>();

    public DbSet<StrandedPerson> StrandedPersons => Set<StrandedPerson>();

    public DbSet<MissingReport> MissingReports => Set<MissingReport>();

    public DbSet<FieldContact> FieldContacts => Set<FieldContact>();

    public DbSet<Fact> Facts => Set<Fact>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<DeletedPicture> DeletedPictures => Set<DeletedPicture>();

    public DbSet<CandidateMatch> CandidateMatches => Set<CandidateMatch>();

    public DbSet<EscortTrip> EscortTrips => Set<EscortTrip>();

    public DbSet<InterviewAnswer> InterviewAnswers => Set<InterviewAnswer>();

    public DbSet<HomeInquiry> HomeInquiries => Set<HomeInquiry>();

    public DbSet<ListeningRequest> ListeningRequests => Set<ListeningRequest>();

    public DbSet<AddedPlace> AddedPlaces => Set<AddedPlace>();

    public DbSet<AddedQuestion> AddedQuestions => Set<AddedQuestion>();

    public DbSet<LearntModel> LearntModels => Set<LearntModel>();

    public DbSet<FacePermission> FacePermissions => Set<FacePermission>();

    public DbSet<PictureFaces> PictureFaces => Set<PictureFaces>();

    public DbSet<SharedKey> SharedKeys => Set<SharedKey>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<JobShare> JobShares => Set<JobShare>();

    public DbSet<WorkLease> WorkLeases => Set<WorkLease>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ReuniteDb).Assembly);
        if (!Database.IsSqlite()) PictureBands.Store(builder);
    }
}
