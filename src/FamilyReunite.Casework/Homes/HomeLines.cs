using FamilyReunite.Clues.Places;
using FamilyReunite.Data;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <summary>Puts names to what home finding stores as ids and codes.</summary>
public sealed class HomeLines(ReuniteDb db, IPlaceResolver places)
{
    /// <summary>The name of a division from the province down; its digits when it is unknown.</summary>
    public string NameOf(string division) => DivisionCode.TryParse(division, out var code) && places.NameOf(code) is { } name ? name : division;

    public async Task<IReadOnlyList<AnswerLine>> OfAsync(IReadOnlyList<InterviewAnswer> answers, CancellationToken ct)
    {
        var who = await WhoAsync([.. answers.Select(a => a.AskedBy), .. answers.Select(a => a.WithdrawnBy).OfType<Guid>()], ct);
        return [.. answers.OrderByDescending(a => a.AskedAt).ThenByDescending(a => a.Id).Select(a => new AnswerLine(a, who.GetValueOrDefault(a.AskedBy), a.WithdrawnBy is { } by ? who.GetValueOrDefault(by) : null))];
    }

    public async Task<IReadOnlyList<InquiryLine>> OfAsync(IReadOnlyList<HomeInquiry> inquiries, CancellationToken ct)
    {
        var who = await WhoAsync([.. inquiries.Select(i => i.AskedBy), .. inquiries.Select(i => i.RecordedBy).OfType<Guid>()], ct);
        var houses = await HousesAsync([.. inquiries.Select(i => i.OrganisationId), .. inquiries.Select(i => i.ToOrganisationId).OfType<Guid>()], ct);
        return [.. inquiries.OrderByDescending(i => i.AskedAt).ThenByDescending(i => i.Id).Select(i => new InquiryLine(i, NameOf(i.Division), houses.GetValueOrDefault(i.OrganisationId, ""),
            i.ToOrganisationId is { } to ? houses.GetValueOrDefault(to, "") : i.ToOutside ?? "", who.GetValueOrDefault(i.AskedBy), i.RecordedBy is { } by ? who.GetValueOrDefault(by) : null))];
    }

    public async Task<IReadOnlyList<ListeningLine>> OfAsync(IReadOnlyList<ListeningRequest> requests, CancellationToken ct)
    {
        var who = await WhoAsync([.. requests.SelectMany(r => r.Answers).Select(a => a.AccountId)], ct);
        var houses = await HousesAsync([.. requests.Select(r => r.OrganisationId), .. requests.SelectMany(r => r.Addressees).Select(a => a.OrganisationId), .. requests.SelectMany(r => r.Answers).Select(a => a.OrganisationId)], ct);
        return [.. requests.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Select(r => new ListeningLine(r, houses.GetValueOrDefault(r.OrganisationId, ""), [.. r.Addressees.Select(a => houses.GetValueOrDefault(a.OrganisationId, "")).Order(StringComparer.Ordinal)],
            [.. r.Current.OrderByDescending(a => a.At).Select(a => new ListenerLine(a, NameOf(a.Home), houses.GetValueOrDefault(a.OrganisationId, ""), who.GetValueOrDefault(a.AccountId)))]))];
    }

    /// <summary>Telephone of an organisation; null when none is noted.</summary>
    public Task<string?> TelephoneAsync(Guid organisation, CancellationToken ct) => db.Organisations.Where(o => o.Id == organisation).Select(o => o.Telephone).SingleOrDefaultAsync(ct);

    private async Task<Dictionary<Guid, string>> WhoAsync(List<Guid> accounts, CancellationToken ct) => await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);

    private async Task<Dictionary<Guid, string>> HousesAsync(List<Guid> organisations, CancellationToken ct) => await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
}
