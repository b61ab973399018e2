using FamilyReunite.Casework.Pictures;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Pictures;

/// <summary>Asks once more, and why, before a photo is deleted for good.</summary>
public sealed class DeleteModel(PictureReader pictures, PictureDeleteDesk desk, RowWords words, IStringLocalizer<PicturesText> text) : ReunitePage
{
    private PictureView? _view;

    public PictureView View => _view ?? throw new InvalidOperationException("The photo was not read.");

    public PictureStage Stage => new(View, "stage", words.Name(View.Row));

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid attachmentId) => await ReadAsync(attachmentId) ? Page() : NotYours();

    public async Task<IActionResult> OnPostAsync(Guid attachmentId, string? record)
    {
        ModelState.Clear();
        var deleted = await desk.DeleteAsync(Caller, WriteId, attachmentId, Reason, Aborted);
        if (deleted.Succeeded)
        {
            Say(text["delete.was"]);
            return Redirect($"/{Kept(record)}/{deleted.Value:D}");
        }
        if (deleted.Problems.Any(p => p.Code == "picture.not-found") || !await ReadAsync(attachmentId)) return NotYours();
        Show(deleted.Problems);
        return Page();
    }

    /// <summary>Where records of a kind are shown; the form names the kind, because a repeat comes when the photo is gone.</summary>
    private static string Kept(string? kind) => kind switch { nameof(RecordKind.Missing) => "Reports", nameof(RecordKind.FieldContact) => "Contacts", _ => "People" };

    /// <summary>False for those who may look and not delete: both alike.</summary>
    private async Task<bool> ReadAsync(Guid attachmentId) => (_view = await pictures.ReadAsync(Caller, attachmentId, withCapture: false, Aborted)) is { MayMark: true };
}
