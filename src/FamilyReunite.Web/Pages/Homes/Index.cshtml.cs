using FamilyReunite.Casework.Homes;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>请您帮忙: what other stations ask this organisation about homes.</summary>
public sealed class IndexModel(HomeInbox inbox) : ReunitePage
{
    public InboxView Inbox { get; private set; } = new([], [], 0);

    public bool KeepsPlaces => Caller.KeepsPeople;

    public bool Answered(ListeningLine line) => line.Request.Answers.Any(a => a.AccountId == Caller.AccountId);

    public async Task OnGetAsync() => Inbox = await inbox.ReadAsync(Caller, Aborted);
}
