using System.Globalization;
using FamilyReunite.Data.Pictures;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Configurations;

internal sealed class RecordConfiguration : IEntityTypeConfiguration<CaseRecord>
{
    public void Configure(EntityTypeBuilder<CaseRecord> builder)
    {
        builder.ToTable("Records");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Kind);
        builder.Property<string>("RecordKind").HasMaxLength(20);
        builder.HasDiscriminator<string>("RecordKind")
            .HasValue<StrandedPerson>(nameof(RecordKind.Stranded))
            .HasValue<MissingReport>(nameof(RecordKind.Missing))
            .HasValue<FieldContact>(nameof(RecordKind.FieldContact));
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.District).HasMaxLength(12);
        builder.Property(r => r.SourceId).HasMaxLength(200);
        builder.HasIndex("RecordKind", nameof(CaseRecord.SourceId)).IsUnique();
        builder.HasIndex("RecordKind", nameof(CaseRecord.OrganisationId), nameof(CaseRecord.ChangedAt));
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Facts).WithOne().HasForeignKey("RecordId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Attachments).WithOne().HasForeignKey("RecordId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Facts).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(r => r.Attachments).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class StrandedPersonConfiguration : IEntityTypeConfiguration<StrandedPerson>
{
    public void Configure(EntityTypeBuilder<StrandedPerson> builder) => builder.Property(p => p.CallName).HasMaxLength(200).HasColumnName("CallName");
}

internal sealed class FieldContactConfiguration : IEntityTypeConfiguration<FieldContact>
{
    public void Configure(EntityTypeBuilder<FieldContact> builder)
    {
        builder.Property(p => p.CallName).HasMaxLength(200).HasColumnName("CallName");
        builder.Ignore(c => c.NextVisit);
        builder.HasMany(c => c.Visits).WithOne().HasForeignKey("RecordId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Visits).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class FieldVisitConfiguration : IEntityTypeConfiguration<FieldVisit>
{
    public void Configure(EntityTypeBuilder<FieldVisit> builder)
    {
        builder.ToTable("FieldVisits");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
    }
}

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder)
    {
        builder.ToTable("Facts");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.AsHeard).HasMaxLength(Fact.MaxLength);
        builder.Ignore(f => f.IsCurrent);
        builder.Property(f => f.Region).HasMaxLength(PictureRegion.MaxLength).HasConversion(r => r!.ToString(), text => Region(text));
        builder.Property<Guid>("RecordId");
        builder.HasIndex("RecordId", nameof(Fact.Kind));
    }

    private static PictureRegion? Region(string text) => PictureRegion.TryParse(text, out var region) ? region : null;
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.HasIndex(a => a.Sha256);
        PictureBands.Configure(builder);
        // a camera's clock has no time zone, and PostgreSQL keeps no time without one unless it is text
        builder.Property(a => a.TakenAt).HasMaxLength(19).HasConversion(at => at!.Value.ToString("s", CultureInfo.InvariantCulture), text => DateTime.ParseExact(text, "s", CultureInfo.InvariantCulture));
    }
}

internal sealed class DeletedPictureConfiguration : IEntityTypeConfiguration<DeletedPicture>
{
    public void Configure(EntityTypeBuilder<DeletedPicture> builder)
    {
        builder.ToTable("DeletedPictures");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.Reason).HasMaxLength(DeletedPicture.MaxReason);
        builder.HasIndex(d => d.RecordId);
        builder.HasIndex(d => d.At);
        builder.HasOne<CaseRecord>().WithMany().HasForeignKey(d => d.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.District).HasMaxLength(12);
    }
}
