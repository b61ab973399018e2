namespace FamilyReunite.Domain.Records;

/// <summary>That a photo was deleted. Of the picture only the SHA-256 of its file is kept, so that no import brings it back.</summary>
/// <param name="Id">Of the photo that was.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Reason">In the words of whoever deleted it, at most <see cref="MaxReason"/> characters.</param>
public sealed record DeletedPicture(Guid Id, Guid RecordId, string Sha256, string Reason, Guid By, DateTimeOffset At)
{
    public const int MaxReason = 1000;
}
