using System.Text.Json;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Configurations;

internal sealed class FacePermissionConfiguration : IEntityTypeConfiguration<FacePermission>
{
    public void Configure(EntityTypeBuilder<FacePermission> builder)
    {
        builder.ToTable("FacePermissions");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.LegalBasis).HasMaxLength(FacePermission.MaxText);
        builder.Property(p => p.Assessment).HasMaxLength(FacePermission.MaxText);
        builder.Property(p => p.AssessmentReference).HasMaxLength(FacePermission.MaxText);
        builder.Property(p => p.EndReason).HasMaxLength(FacePermission.MaxText);
        builder.HasIndex(p => p.Until);
    }
}

internal sealed class PictureFacesConfiguration : IEntityTypeConfiguration<PictureFaces>
{
    private static readonly ValueComparer<IReadOnlyList<FaceBox>> Same = new((a, b) => ReferenceEquals(a, b), a => a.Count, a => a);

    public void Configure(EntityTypeBuilder<PictureFaces> builder)
    {
        builder.ToTable("PictureFaces");
        builder.HasKey(f => f.AttachmentId);
        builder.Property(f => f.AttachmentId).ValueGeneratedNever();
        builder.Property(f => f.Contract).HasMaxLength(80);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Property(f => f.Faces).HasColumnName("FacesJson").HasConversion(f => Write(f), s => Read(s), Same);
        builder.HasIndex(f => f.RecordId);
        builder.HasIndex(f => new { f.Contract, f.Reading });
        builder.HasOne<Attachment>().WithOne().HasForeignKey<PictureFaces>(f => f.AttachmentId).OnDelete(DeleteBehavior.Cascade);
    }

    private static string Write(IReadOnlyList<FaceBox> faces) => JsonSerializer.Serialize(faces, JsonSerializerOptions.Web);

    private static IReadOnlyList<FaceBox> Read(string json) => JsonSerializer.Deserialize<FaceBox[]>(json, JsonSerializerOptions.Web) ?? [];
}
