using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Configurations;

internal sealed class CandidateConfiguration : IEntityTypeConfiguration<CandidateMatch>
{
    public void Configure(EntityTypeBuilder<CandidateMatch> builder)
    {
        builder.ToTable("CandidateMatches");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.FirstConfirmation);
        builder.Ignore(m => m.LastDecision);
        builder.HasIndex(m => new { m.PersonId, m.ReportId }).IsUnique();
        builder.HasIndex(m => new { m.ReportId, m.State });
        builder.HasIndex(m => new { m.PersonId, m.State, m.Probability });
        builder.HasIndex(m => new { m.State, m.Probability });
        builder.HasIndex(m => m.EvidenceChangedAt);
        builder.HasOne<StrandedPerson>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MissingReport>().WithMany().HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Decisions).WithOne().HasForeignKey("MatchId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Decisions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.OwnsOne(d => d.Basis);
    }
}
