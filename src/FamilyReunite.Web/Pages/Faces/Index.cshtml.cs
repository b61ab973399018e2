using System.Globalization;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.People;
using FamilyReunite.Web.Pages.Pictures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Faces;

/// <summary>The faces of one photo: which is the person's, how well each can be compared, and whom the person looks like.</summary>
public sealed class IndexModel(FaceDesk desk, FacePickDesk pick, RowWords words, IStringLocalizer<FacesText> text) : ReunitePage
{
    private FaceView? _view;

    public FaceView View => _view ?? throw new InvalidOperationException("The photo was not read.");

    public PictureStage Stage => new(View.Picture, "stage", words.Name(View.Picture.Row));

    /// <summary>Key of the sentence that says how the photo stands.</summary>
    public string State => !View.IsOn ? "state.off" : !View.HasPack ? "state.no-pack" : View.Faces is { } seen ? "state." + seen.Reading : "state.waits";

    /// <summary>Looks among the records of the reader's own station alone.</summary>
    [BindProperty(SupportsGet = true, Name = "own")]
    public bool OwnStation { get; set; }

    public string PathOf(AlikeFace face) => (View.Picture.Row.Kind == RecordKind.Stranded ? "/Reports/" : "/People/") + face.RecordId.ToString("D");

    public async Task<IActionResult> OnGetAsync(Guid attachmentId) => await ReadAsync(attachmentId) ? Page() : NotYours();

    /// <param name="face">From 0; empty for none of them.</param>
    public async Task<IActionResult> OnPostChooseAsync(Guid attachmentId, string? face)
    {
        var chosen = int.TryParse(face, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
        if (chosen is null && !string.IsNullOrEmpty(face)) return await AnswerAsync(attachmentId, new Problem("face.no-such-face"), "was-chosen");
        return await AnswerAsync(attachmentId, await pick.ChooseAsync(Caller, WriteId, attachmentId, chosen, Aborted), chosen is null ? "was-none" : "was-chosen");
    }

    public async Task<IActionResult> OnPostOriginAsync(Guid attachmentId, PictureOrigin origin) => await AnswerAsync(attachmentId, await pick.MarkAsync(Caller, WriteId, attachmentId, origin, Aborted), "was-marked");

    private async Task<IActionResult> AnswerAsync(Guid attachmentId, Outcome<Done> outcome, string sentence)
    {
        if (outcome.Succeeded)
        {
            Say(text[sentence]);
            return Redirect($"/Pictures/{attachmentId:D}/Faces");
        }
        if (outcome.Problems.Any(p => p.Code == "face.photo-unknown") || !await ReadAsync(attachmentId)) return NotYours();
        Show(outcome.Problems);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid attachmentId) => (_view = await desk.ReadAsync(Caller, attachmentId, Aborted, OwnStation ? Caller.OrganisationId : null)) is not null;
}
