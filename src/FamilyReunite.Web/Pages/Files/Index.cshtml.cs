using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Files;

/// <summary>A file beside a record, for whoever may see the record; parts of it for a player that jumps.</summary>
public sealed class IndexModel(AttachmentReader files) : ReunitePage
{
    public async Task<IActionResult> OnGetAsync(Guid attachmentId, string variant)
    {
        if (await files.OpenAsync(Caller, attachmentId, variant, Aborted) is not { } file) return NotYours();
        var result = new FileStreamResult(file.Content, file.MediaType) { EnableRangeProcessing = true };
        // a paper may hold scripts, so it is never opened inside the site
        if (file.Kind == AttachmentKind.Document) result.FileDownloadName = file.FileName;
        return result;
    }
}
