using FamilyReunite.Casework.Review.Morning;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>What is new since the last night, pair by pair.</summary>
public sealed class MorningModel(MorningReader morning) : ReunitePage
{
    public MorningView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await morning.ReadAsync(Caller, Aborted);
}
