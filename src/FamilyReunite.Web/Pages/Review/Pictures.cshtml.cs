using FamilyReunite.Casework.Pictures;
using FamilyReunite.Casework.Review;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Web.Pages.Pictures;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>The pictures of both sides of a pair beside each other, with one pointer on both.</summary>
public sealed class PicturesModel(CaseReader reader, PictureReader pictures, LineWords words) : ReviewPage
{
    private CaseView? _view;

    public CaseView View => _view ?? throw new InvalidOperationException("The pair was not read.");

    /// <summary>The chosen photo of the stranded person; null when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    /// <summary>The chosen photo of the report; null when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Report { get; set; }

    /// <summary>Photos of someone who may be a minor were opened.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Opened { get; set; }

    public PictureStage? PersonStage { get; private set; }

    public PictureStage? ReportStage { get; private set; }

    /// <summary>Both sides show one and the same picture.</summary>
    public bool IsSamePicture => PersonStage?.View.Photo is { PerceptualHash: not 0 } a && ReportStage?.View.Photo is { PerceptualHash: not 0 } b
        && new PictureHash(a.PerceptualHash, a.CosineHash).IsSamePictureAs(new PictureHash(b.PerceptualHash, b.CosineHash));

    /// <summary>One side shows the other's picture with left and right exchanged.</summary>
    public bool IsMirrored => !IsSamePicture && PersonStage?.View.Mirrored is { } turned && ReportStage?.View.Photo is { PerceptualHash: not 0 } b
        && turned.IsSamePictureAs(new PictureHash(b.PerceptualHash, b.CosineHash));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        _view = await reader.ReadAsync(Caller, id, Aborted);
        if (_view is null) return NotYours();
        PersonStage = await StageAsync(View.Person, Person, "person");
        ReportStage = await StageAsync(View.Report, Report, "report");
        return Page();
    }

    /// <summary>The page with another photo chosen on one side.</summary>
    public string ToPictures(Guid? person, Guid? report, bool opened)
    {
        var query = Query();
        var chosen = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder();
        if (person is { } p) chosen.Add("person", p.ToString("D"));
        if (report is { } r) chosen.Add("report", r.ToString("D"));
        if (opened) chosen.Add("opened", "true");
        var more = chosen.ToString();
        return $"/Review/{View.Id:D}/Pictures{query}{(query.Length > 0 && more.Length > 0 ? "&" + more[1..] : more)}";
    }

    private async Task<PictureStage?> StageAsync(CaseSide side, Guid? chosen, string id)
    {
        var photo = chosen is { } c && side.Photos.Contains(c) ? c : side.Photos is [var first, ..] ? first : Guid.Empty;
        return photo != Guid.Empty && await pictures.ReadAsync(Caller, photo, withCapture: false, Aborted) is { } view ? new PictureStage(view, id, words.Name(side.Line)) : null;
    }
}
