using System.Globalization;

namespace FamilyReunite.Casework.Records;

/// <summary>Where a page of a list ends: milliseconds and id, nothing personal.</summary>
internal sealed record ListKey(DateTimeOffset At, Guid Id)
{
    public static ListKey? Read(string? text)
    {
        var parts = (text ?? "").Split('_');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && Guid.TryParse(parts[1], out var id)
            ? new ListKey(DateTimeOffset.FromUnixTimeMilliseconds(ms), id) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}_{Id:D}");
}
