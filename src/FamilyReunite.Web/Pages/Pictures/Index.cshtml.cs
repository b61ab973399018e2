using FamilyReunite.Casework.Pictures;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Pictures;

/// <summary>One photo of a record, large, with where it comes from and what was pointed out on it.</summary>
public sealed class IndexModel(PictureReader pictures, PictureMarkDesk desk, RowWords words, IStringLocalizer<PicturesText> text) : ReunitePage
{
    private PictureView? _view;

    public PictureView View => _view ?? throw new InvalidOperationException("The photo was not read.");

    public PictureStage Stage => new(View, "stage", words.Name(View.Row));

    [BindProperty]
    public MarkInput Mark { get; set; } = new();

    public string RecordPath => (View.Row.Kind switch { RecordKind.Stranded => "/People/", RecordKind.Missing => "/Reports/", _ => "/Contacts/" }) + View.Row.Id.ToString("D");

    /// <param name="capture">Also when and where it was taken.</param>
    public async Task<IActionResult> OnGetAsync(Guid attachmentId, bool capture)
    {
        if (!await ReadAsync(attachmentId, capture)) return NotYours();
        Mark.FactId = NewId();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid attachmentId)
    {
        ModelState.Clear();
        var saved = await desk.SaveAsync(Caller, Mark.ToMark(WriteId, attachmentId), Aborted);
        if (saved.Succeeded)
        {
            Say(text["saved"]);
            return Redirect($"/Pictures/{attachmentId:D}");
        }
        if (saved.Problems.Any(p => p.Code == "picture.not-found") || !await ReadAsync(attachmentId, withCapture: false)) return NotYours();
        Show(saved.Problems.Select(p => p with { Field = p.Field switch { "Words" => "Mark_Words", "Region" => "Mark_Left", _ => null } }));
        return Page();
    }

    private async Task<bool> ReadAsync(Guid attachmentId, bool withCapture) => (_view = await pictures.ReadAsync(Caller, attachmentId, withCapture, Aborted)) is not null;
}
