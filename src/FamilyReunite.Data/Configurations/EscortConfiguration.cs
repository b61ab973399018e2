using FamilyReunite.Domain.Escort;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Configurations;

internal sealed class EscortTripConfiguration : IEntityTypeConfiguration<EscortTrip>
{
    public void Configure(EntityTypeBuilder<EscortTrip> builder)
    {
        builder.ToTable("EscortTrips");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.District).HasMaxLength(12);
        builder.Ignore(t => t.DepartsAt);
        builder.Ignore(t => t.LastSignOfLife);
        builder.Ignore(t => t.NextCheckIn);
        builder.HasIndex(t => new { t.OrganisationId, t.State });
        builder.HasIndex(t => t.MatchId);
        builder.HasMany(t => t.Legs).WithOne().HasForeignKey("TripId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(t => t.Escorts).WithOne().HasForeignKey("TripId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(t => t.CheckIns).WithOne().HasForeignKey("TripId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(t => t.Events).WithOne().HasForeignKey("TripId").OnDelete(DeleteBehavior.Cascade);
        builder.OwnsOne(t => t.HandOver);
        foreach (var navigation in new[] { nameof(EscortTrip.Legs), nameof(EscortTrip.Escorts), nameof(EscortTrip.CheckIns), nameof(EscortTrip.Events) })
            builder.Navigation(navigation).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TripLegConfiguration : IEntityTypeConfiguration<TripLeg>
{
    public void Configure(EntityTypeBuilder<TripLeg> builder)
    {
        builder.ToTable("TripLegs");
        builder.Property(x => x.Id).ValueGeneratedNever();
    }
}

internal sealed class TripEscortConfiguration : IEntityTypeConfiguration<TripEscort>
{
    public void Configure(EntityTypeBuilder<TripEscort> builder)
    {
        builder.ToTable("TripEscorts");
        builder.Property(x => x.Id).ValueGeneratedNever();
    }
}

internal sealed class CheckInConfiguration : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("CheckIns");
        builder.Property(x => x.Id).ValueGeneratedNever();
    }
}

internal sealed class TripEventConfiguration : IEntityTypeConfiguration<TripEvent>
{
    public void Configure(EntityTypeBuilder<TripEvent> builder)
    {
        builder.ToTable("TripEvents");
        builder.Property(x => x.Id).ValueGeneratedNever();
    }
}
