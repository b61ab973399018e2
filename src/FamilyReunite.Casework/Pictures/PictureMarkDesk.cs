using System.Globalization;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Pictures;

/// <summary>Something pointed out on a photo.</summary>
/// <param name="FactId">UUIDv7 made by the client; the same one again changes nothing.</param>
/// <param name="Kind">Null for text that can be read on the photo.</param>
/// <param name="Side">As it looks on the photo when <paramref name="Mirrored"/>, otherwise the person's own.</param>
/// <param name="Mirrored">The photo shows left and right exchanged, as pictures taken of oneself do.</param>
/// <param name="Words">The text as it stands on the photo, or words about a mark; null for a mark without any.</param>
public sealed record NewPictureMark(Guid WriteId, Guid FactId, PictureRegion Region, MarkKind? Kind, BodyPart Part, BodySide Side, bool Mirrored, string? Words);

/// <summary>Turns what staff point out on a photo into a statement of the record: a mark becomes a body mark, text becomes words that were seen.</summary>
public sealed class PictureMarkDesk(ReuniteDb db, ChangeWriter writer, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <summary>Problems: picture.not-found, picture.region-wrong, picture.text-needed, record.control-characters, record.too-long, record.busy.</summary>
    public async Task<Outcome<Done>> SaveAsync(Caller caller, NewPictureMark mark, CancellationToken ct)
    {
        var (text, understood) = Say(mark);
        var statement = new FactStatement(mark.FactId, mark.Kind is null ? FactKind.FreeText : FactKind.Mark, text, Chosen: understood);
        if (!mark.Region.IsWithin) return new Problem("picture.region-wrong", "Region");
        if (text.Length == 0) return new Problem("picture.text-needed", "Words");
        if (FactCheck.Find(statement, understood, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } problem) return problem with { Field = "Words" };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(caller, mark.Region.AttachmentId, ct) is not { } record) return new Problem("picture.not-found");
            if (!record.Add(new Fact(mark.FactId, statement.Kind, text, understood, FactSource.Observed, null, caller.AccountId, clock.GetUtcNow()) { Region = mark.Region })) return Done.Instance;
            var subject = IntakeDesk.Subject(record.Kind);
            var note = new ChangeNote(mark.WriteId, caller.Actor, subject + ".picture-marked", subject, record.Id, statement.Kind.ToString());
            if (await writer.SaveAsync(note, ct, record) != WriteResult.Conflict) return Done.Instance;
        }
        return new Problem("record.busy");
    }

    private static (string Text, string? Understood) Say(NewPictureMark mark)
    {
        var words = (mark.Words ?? "").Trim();
        if (mark.Kind is not { } kind) return (words, null);
        var side = (mark.Side, mark.Mirrored) switch { (BodySide.Left, true) => BodySide.Right, (BodySide.Right, true) => BodySide.Left, _ => mark.Side };
        var body = new BodyMark(kind, mark.Part, side);
        return (words.Length > 0 ? words : MarkWords.Say(body, CultureInfo.CurrentUICulture), body.ToString());
    }

    private async Task<CaseRecord?> FindAsync(Caller caller, Guid attachmentId, CancellationToken ct)
    {
        var record = await db.Records.Include(r => r.Facts).Include(r => r.Attachments)
            .SingleOrDefaultAsync(r => r.OrganisationId == caller.OrganisationId && r.Attachments.Any(a => a.Id == attachmentId && a.Kind == AttachmentKind.Photo), ct);
        return record is not null && IntakeDesk.MayWrite(caller, record.Kind) ? record : null;
    }
}
