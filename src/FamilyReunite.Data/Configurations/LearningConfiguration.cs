using FamilyReunite.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Configurations;

internal sealed class LearningConfiguration : IEntityTypeConfiguration<LearntModel>
{
    public void Configure(EntityTypeBuilder<LearntModel> builder)
    {
        builder.ToTable("LearntModels");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).HasMaxLength(40);
        builder.HasIndex(m => m.Version).IsUnique();
        // one model in force, whoever promotes at the same moment
        builder.HasIndex(m => m.State).IsUnique().HasFilter("\"State\" = 'Present'").HasDatabaseName("IX_LearntModels_Present");
    }
}
