using System.Globalization;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FamilyReunite.Data.Pictures;

/// <summary>The four 16-bit parts of a photo's dHash as indexed columns that the database computes itself: they cannot fall behind the hash, whoever writes it.</summary>
public static class PictureBands
{
    public const int Count = 4;

    public const int Bits = 16;

    /// <summary>Photos of which one part of the dHash is one of <paramref name="keys"/>.</summary>
    /// <param name="band">0 for the highest bits, to <see cref="Count"/> − 1.</param>
    public static IQueryable<Attachment> InBand(this IQueryable<Attachment> photos, int band, IReadOnlyCollection<long> keys)
    {
        var column = Column(band);
        return photos.Where(a => keys.Contains(EF.Property<long>(a, column)));
    }

    internal static void Configure(EntityTypeBuilder<Attachment> builder)
    {
        for (var band = 0; band < Count; band++)
        {
            var shift = (Count - 1 - band) * Bits;
            builder.Property<long>(Column(band)).HasComputedColumnSql(string.Create(CultureInfo.InvariantCulture, $"(\"{nameof(Attachment.PerceptualHash)}\" >> {shift}) & 65535"));
            // both hashes stand in the index, so that candidates are told apart without reading their rows
            builder.HasIndex(Column(band), nameof(Attachment.PerceptualHash), nameof(Attachment.CosineHash));
        }
    }

    /// <summary>PostgreSQL indexes computed columns only when they are stored; SQLite adds them to a table only when they are not.</summary>
    internal static void Store(ModelBuilder builder)
    {
        for (var band = 0; band < Count; band++) builder.Entity<Attachment>().Property<long>(Column(band)).Metadata.SetIsStored(true);
    }

    private static string Column(int band) => "PictureBand" + (char)('A' + band);
}
