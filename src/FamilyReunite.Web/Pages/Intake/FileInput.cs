using System.Globalization;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain.Records;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>Files that come with a form.</summary>
public sealed class FileInput
{
    private readonly List<string> _warnings = [];

    public List<IFormFile> Photos { get; set; } = [];

    public List<IFormFile> Audio { get; set; } = [];

    public List<IFormFile> Documents { get; set; } = [];

    /// <summary>Taken, but something should be looked at.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Takes each file by itself. Returns a sentence for every one that was refused.</summary>
    public async Task<IReadOnlyList<string>> SaveAsync(AttachmentDesk desk, FaceReader faces, Caller caller, Guid recordId, Func<Guid> newId, IStringLocalizer<IntakeText> text, CancellationToken ct)
    {
        var refused = new List<string>();
        foreach (var (file, kind) in Photos.Select(f => (f, AttachmentKind.Photo)).Concat(Audio.Select(f => (f, AttachmentKind.Audio))).Concat(Documents.Select(f => (f, AttachmentKind.Document))))
        {
            await using var content = file.OpenReadStream();
            var saved = await desk.SaveAsync(caller, new NewAttachment(newId(), recordId, newId(), kind, file.FileName), content, ct);
            refused.AddRange(saved.Problems.Select(p => text["file.refused", file.FileName, ProblemSentences.Of(p, CultureInfo.CurrentUICulture)].Value));
            if (saved.Value?.SamePictures.Count > 0) _warnings.Add(text[saved.Value.SamePictures.All(s => s.Mirrored) ? "file.same.mirrored" : "file.same", saved.Value.SamePictures.Count]);
            if (saved.Value?.KnownElsewhere == true) _warnings.Add(text["file.same.elsewhere"]);
            if (kind == AttachmentKind.Photo && saved.Value is { } taken && await faces.ReadNowAsync(taken.AttachmentId, ct) is { } seen) _warnings.AddRange(FaceWords.AtOnce(seen, CultureInfo.CurrentUICulture));
        }
        return refused;
    }
}
