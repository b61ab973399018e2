using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Values;
using FamilyReunite.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>告诉当地救助站: what is asked, what is told of the person, and to whom; all of it is seen before it is sent.</summary>
public sealed class AskModel(HomeDesk homes, InquiryDesk inquiries, SharedLines shared, Divisions divisions, HomeLines lines, IStringLocalizer<HomesText> text) : ReunitePage
{
    private HomeView? _view;

    public HomeView View => _view ?? throw new InvalidOperationException("The person was not read.");

    [BindProperty(SupportsGet = true)] public string? At { get; set; }

    [BindProperty] public string? Division { get; set; }

    [BindProperty] public string? LookFor { get; set; }

    [BindProperty] public string? Outside { get; set; }

    [BindProperty] public Guid? To { get; set; }

    [BindProperty] public List<FactKind> Share { get; set; } = [];

    public IReadOnlyList<SharedLine> Lines { get; private set; } = [];

    public IReadOnlyList<Organisation> Houses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotYours();
        Division = divisions.Find(At) is { } code ? lines.NameOf(code.Digits) : "";
        LookFor = homes.LocalNames(View).FirstOrDefault() is { } heard ? text["ask.look-for.usual", heard] : "";
        Share = [.. Lines.Where(l => l.IsSuggested).Select(l => l.Kind)];
        await FindHousesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var asked = await inquiries.AskAsync(Caller, new NewInquiry(WriteId, id, Division, LookFor, Share, To, Outside), Aborted);
        if (asked.Succeeded)
        {
            Say(text["said.asked"]);
            return LocalRedirect($"/Homes/Inquiries/{asked.Value:D}");
        }
        if (asked.Problems[0].Code == "record.not-found" || !await ReadAsync(id)) return NotYours();
        ModelState.Clear();
        Show(asked.Problems);
        await FindHousesAsync();
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id)
    {
        _view = await homes.ReadAsync(Caller, id, Aborted);
        if (_view is not { IsOwn: true }) return false;
        Lines = shared.Of(_view.Person);
        return true;
    }

    private async Task FindHousesAsync() => Houses = divisions.Find(Division) is { } code ? await inquiries.AddresseesAsync(Caller, code, Aborted) : await inquiries.HousesAsync(Caller, Aborted);
}
