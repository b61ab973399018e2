using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FamilyReunite.Data.Configurations;

/// <summary>Instants as UTC milliseconds: sortable in every engine, and exactly what the audit hash covers.</summary>
internal sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
