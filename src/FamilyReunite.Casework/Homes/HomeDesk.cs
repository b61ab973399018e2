using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Homes;

/// <summary>Shows where a person may come from, with everything that says so, and notes who looked.</summary>
public sealed class HomeDesk(ReuniteDb db, HomeBelief beliefs, HomeLines lines, IPlaceResolver places, ReadWords words, ViewLog views, TimeProvider clock)
{
    /// <summary>Places of the ranked list.</summary>
    public const int Shown = 20;

    private const int MostBelow = 12;

    /// <summary>Null when there is no such person or it is not the caller's to see.</summary>
    public async Task<HomeView?> ReadAsync(Caller caller, Guid personId, CancellationToken ct)
    {
        if (!HomeVisibility.FindsHomes(caller) || await db.PeopleFor(caller).AsNoTracking().Include(p => p.Facts).Include(p => p.Attachments).SingleOrDefaultAsync(p => p.Id == personId, ct) is not { } person) return null;
        await views.NoteAsync(caller, "person.home-viewed", "person", personId, ct);
        var answers = await db.AnswersFor(caller).AsNoTracking().Where(a => a.PersonId == personId).ToListAsync(ct);
        var inquiries = await db.InquiriesFor(caller).AsNoTracking().Where(i => i.PersonId == personId).ToListAsync(ct);
        var listening = await db.ListeningFor(caller).AsNoTracking().Include(r => r.Addressees).Include(r => r.Answers).Where(r => r.PersonId == personId).ToListAsync(ct);
        var known = HomeCases.Of(person, answers, listening);
        var belief = beliefs.Of(known);
        return new HomeView(
            person, RowOf.Record(person, words, clock.GetUtcNow(), 0),
            person.OrganisationId == caller.OrganisationId && IntakeDesk.MayWrite(caller, RecordKind.Stranded),
            known, belief, belief.Best(Shown), Provinces(belief), Clues(belief),
            await lines.OfAsync(answers, ct), await lines.OfAsync(inquiries, ct), await lines.OfAsync(listening, ct),
            [.. person.Attachments.Where(a => a.Kind == AttachmentKind.Audio).OrderBy(a => a.AddedAt)]);
    }

    /// <summary>The likeliest counties of a person whose record the caller has been shown; empty when nothing can be told.</summary>
    public async Task<IReadOnlyList<HomeGuess>> BestAsync(StrandedPerson person, int top, CancellationToken ct)
    {
        var answers = await db.InterviewAnswers.AsNoTracking().Where(a => a.PersonId == person.Id).ToListAsync(ct);
        var listening = await db.ListeningRequests.AsNoTracking().Include(r => r.Answers).Where(r => r.PersonId == person.Id).ToListAsync(ct);
        var belief = beliefs.Of(HomeCases.Of(person, answers, listening));
        return belief.Declined ? [] : belief.Best(top);
    }

    /// <summary>Towns and villages of a county whose names fit what was heard, best first.</summary>
    public IReadOnlyList<PlaceGuess> Below(HomeView view, DivisionCode county)
    {
        var found = LocalNames(view).SelectMany(heard => places.Resolve(new PlaceQuery(heard, county.Digits, Top: MostBelow, Deepest: DivisionLevel.Village)));
        return [.. found.Where(p => p.Code.Level > DivisionLevel.County && county.Contains(p.Code)).GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Score)!).OrderByDescending(p => p.Score).ThenBy(p => p.Code.Digits, StringComparer.Ordinal).Take(MostBelow)];
    }

    /// <summary>What was heard that may be the name of a town or a village; what is a province, prefecture or county by its own characters is not.</summary>
    public IEnumerable<string> LocalNames(HomeView view)
    {
        var spoken = view.Known.HeardPlaces.Count > 0 ? [] : view.Person.Facts.Where(f => f is { IsCurrent: true, Kind: FactKind.Spoken }).Select(f => f.AsHeard);
        return view.Known.HeardPlaces.Concat(spoken).Where(heard => places.Resolve(new PlaceQuery(heard, Top: 1)) is not [var place] || !IsSpeltOut(heard, place));
    }

    /// <summary>Nothing is left of the words when the names of province, prefecture and county are taken away.</summary>
    private static bool IsSpeltOut(string heard, PlaceGuess place)
    {
        var names = new[] { place.Province, place.Prefecture, place.County }.OfType<string>().SelectMany(n => n.Length > 2 ? new[] { n, n[..^1] } : [n]);
        return names.Aggregate(heard, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)).Length == 0;
    }

    private static List<ProvinceShare> Provinces(HomeDistribution belief) =>
        [.. CountySet.All.Select(c => (Code: c.Code.At(DivisionLevel.Province), c.Province)).Distinct().Select(p => new ProvinceShare(p.Code, p.Province, belief.Of(p.Code))).OrderByDescending(p => p.Probability).ThenBy(p => p.Code.Digits, StringComparer.Ordinal)];

    private static List<ClueLine> Clues(HomeDistribution belief) =>
        [.. belief.Clues.Select(c => new ClueLine(c.Kind, c.AsHeard, c.Reading, Math.Exp(Math.Max(0, c.Information)))).OrderByDescending(c => c.Narrowing)];
}
