using FamilyReunite.Casework.Homes;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>The recording of a listening request, for whoever is asked to listen; parts of it for a player that jumps.</summary>
public sealed class ClipModel(ListeningDesk listening) : ReunitePage
{
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await listening.OpenClipAsync(Caller, id, Aborted) is { } file ? new FileStreamResult(file.Content, file.MediaType) { EnableRangeProcessing = true } : NotYours();
}
