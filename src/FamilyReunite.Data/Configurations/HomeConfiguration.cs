using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Configurations;

internal sealed class InterviewAnswerConfiguration : IEntityTypeConfiguration<InterviewAnswer>
{
    public void Configure(EntityTypeBuilder<InterviewAnswer> builder)
    {
        builder.ToTable("InterviewAnswers");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Question).HasMaxLength(100);
        builder.Property(a => a.Option).HasMaxLength(100);
        builder.Property(a => a.Words).HasMaxLength(InterviewAnswer.MaxWords);
        builder.Property(a => a.WithdrawnAt).IsConcurrencyToken();
        builder.Ignore(a => a.IsWithdrawn);
        builder.HasIndex(a => new { a.PersonId, a.AskedAt });
        builder.HasOne<StrandedPerson>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HomeInquiryConfiguration : IEntityTypeConfiguration<HomeInquiry>
{
    public void Configure(EntityTypeBuilder<HomeInquiry> builder)
    {
        builder.ToTable("HomeInquiries");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Property(i => i.Division).HasMaxLength(12);
        builder.Property(i => i.LookFor).HasMaxLength(HomeInquiry.MaxWords);
        builder.Property(i => i.Reply).HasMaxLength(HomeInquiry.MaxWords);
        builder.Ignore(i => i.IsWaiting);
        builder.HasIndex(i => i.PersonId);
        builder.HasIndex(i => new { i.ToOrganisationId, i.State });
        builder.HasOne<StrandedPerson>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.ToOrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ListeningRequestConfiguration : IEntityTypeConfiguration<ListeningRequest>
{
    public void Configure(EntityTypeBuilder<ListeningRequest> builder)
    {
        builder.ToTable("ListeningRequests");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Words).HasMaxLength(ListeningRequest.MaxWords);
        builder.Property(r => r.ClosedAt).IsConcurrencyToken();
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.Current);
        builder.HasIndex(r => r.PersonId);
        builder.HasOne<StrandedPerson>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(r => r.ClipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Addressees).WithOne().HasForeignKey("RequestId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Answers).WithOne().HasForeignKey("RequestId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Addressees).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(r => r.Answers).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ListeningAddresseeConfiguration : IEntityTypeConfiguration<ListeningAddressee>
{
    public void Configure(EntityTypeBuilder<ListeningAddressee> builder)
    {
        builder.ToTable("ListeningAddressees");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.OrganisationId);
    }
}

internal sealed class ListeningAnswerConfiguration : IEntityTypeConfiguration<ListeningAnswer>
{
    public void Configure(EntityTypeBuilder<ListeningAnswer> builder)
    {
        builder.ToTable("ListeningAnswers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Home).HasMaxLength(12);
        builder.Property(a => a.Words).HasMaxLength(ListeningRequest.MaxWords);
    }
}

internal sealed class AddedPlaceConfiguration : IEntityTypeConfiguration<AddedPlace>
{
    public void Configure(EntityTypeBuilder<AddedPlace> builder)
    {
        builder.ToTable("AddedPlaces");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(AddedPlace.MaxName);
        builder.Property(p => p.AlsoCalled).HasMaxLength(AddedPlace.MaxNote);
        builder.Property(p => p.Note).HasMaxLength(AddedPlace.MaxNote);
        builder.Property(p => p.Division).HasMaxLength(12);
        builder.Property(p => p.WithdrawnAt).IsConcurrencyToken();
        builder.Ignore(p => p.IsWithdrawn);
        builder.HasIndex(p => new { p.OrganisationId, p.AddedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AddedQuestionConfiguration : IEntityTypeConfiguration<AddedQuestion>
{
    public void Configure(EntityTypeBuilder<AddedQuestion> builder)
    {
        builder.ToTable("AddedQuestions");
        builder.HasKey(q => q.Id);
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Text).HasMaxLength(AddedQuestion.MaxText);
        builder.Property(q => q.Divisions).HasMaxLength(AddedQuestion.MaxDivisions);
        builder.Property(q => q.WithdrawnAt).IsConcurrencyToken();
        builder.Ignore(q => q.IsWithdrawn);
        builder.HasIndex(q => new { q.OrganisationId, q.AddedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(q => q.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
