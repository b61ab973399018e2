using FamilyReunite.Casework.Homes;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>An inquiry on one sheet of A4, for the telephone or for a body outside; each print is noted.</summary>
public sealed class SheetModel(InquiryDesk inquiries, HomeLines lines) : InquiryPage(inquiries, lines)
{
    private readonly HomeLines _lines = lines;

    /// <summary>Telephone of the station that asks; null when none is noted.</summary>
    public string? Telephone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id, printed: true)) return NotYours();
        Telephone = await _lines.TelephoneAsync(Inquiry.OrganisationId, Aborted);
        return Page();
    }
}
