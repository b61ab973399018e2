using FamilyReunite.Casework.Homes;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>What the pages about one inquiry share.</summary>
public abstract class InquiryPage(InquiryDesk inquiries, HomeLines lines) : ReunitePage
{
    private InquiryLine? _line;

    public InquiryLine Line => _line ?? throw new InvalidOperationException("The inquiry was not read.");

    public HomeInquiry Inquiry => Line.Inquiry;

    /// <summary>The caller's station asked.</summary>
    public bool IsAsker => Inquiry.OrganisationId == Caller.OrganisationId;

    /// <summary>May note a reply: the station that asked, or whoever was asked.</summary>
    public bool MayReply => Inquiry.IsWaiting && (IsAsker || Inquiry.ToOrganisationId == Caller.OrganisationId);

    /// <summary>False when it is not there or not the caller's.</summary>
    protected async Task<bool> ReadAsync(Guid id, bool printed = false)
    {
        if (await inquiries.ReadAsync(Caller, id, printed, Aborted) is not { } inquiry) return false;
        _line = (await lines.OfAsync([inquiry], Aborted))[0];
        return true;
    }
}
