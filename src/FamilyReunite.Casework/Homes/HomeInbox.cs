using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Homes;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <summary>What other stations ask the caller's organisation.</summary>
/// <param name="Inquiries">Still waiting for an answer.</param>
/// <param name="Listening">Open; those that the caller has not answered first.</param>
/// <param name="Unanswered">How many of both wait for this caller.</param>
public sealed record InboxView(IReadOnlyList<InquiryLine> Inquiries, IReadOnlyList<ListeningLine> Listening, int Unanswered);

/// <summary>Reads <see cref="InboxView"/>.</summary>
public sealed class HomeInbox(ReuniteDb db, HomeLines lines)
{
    public async Task<InboxView> ReadAsync(Caller caller, CancellationToken ct)
    {
        var inquiries = await Inquiries(caller).AsNoTracking().ToListAsync(ct);
        var listening = await Listening(caller).AsNoTracking().Include(r => r.Addressees).Include(r => r.Answers).ToListAsync(ct);
        var heard = await lines.OfAsync(listening, ct);
        bool Answered(ListeningLine l) => l.Request.Answers.Any(a => a.AccountId == caller.AccountId);
        return new InboxView(await lines.OfAsync(inquiries, ct), [.. heard.OrderBy(Answered)], inquiries.Count + heard.Count(l => !Answered(l)));
    }

    /// <summary>How much waits for this caller.</summary>
    public async Task<int> CountAsync(Caller caller, CancellationToken ct) =>
        await Inquiries(caller).CountAsync(ct) + await Listening(caller).CountAsync(r => !r.Answers.Any(a => a.AccountId == caller.AccountId), ct);

    private IQueryable<HomeInquiry> Inquiries(Caller caller) => db.InquiriesFor(caller).Where(i => i.ToOrganisationId == caller.OrganisationId && (i.State == InquiryState.Open || i.State == InquiryState.MoreToAsk));

    private IQueryable<ListeningRequest> Listening(Caller caller) => db.ListeningFor(caller).Where(r => r.ClosedAt == null && r.Addressees.Any(a => a.OrganisationId == caller.OrganisationId));
}
