using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using Microsoft.AspNetCore.Mvc;

namespace FamilyReunite.Web.Pages.Review;

/// <summary>One pair, side by side, with the queue beside it.</summary>
public sealed class CaseModel(CaseReader reader, ReviewQueue queue, ViewLog views) : ReviewPage
{
    public CaseView View { get; private set; } = null!;

    public QueuePage Queue { get; private set; } = new([], 0, 1);

    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await reader.ReadAsync(Caller, id, Aborted) is not { } view) return NotYours();
        View = view;
        Queue = await queue.FindAsync(Caller, Filter, Aborted);
        var at = Queue.Rows.ToList().FindIndex(r => r.Id == id);
        if (at > 0) Previous = Queue.Rows[at - 1].Id;
        if (at + 1 < Queue.Rows.Count) Next = Queue.Rows[at + 1].Id;
        await views.NoteAsync(Caller, "review.viewed", "match", id, Aborted);
        return Page();
    }

    public DecideForm FormOf(ReviewStep step) => new(View, step, NewId(), null, null, ToStep(View.Id, step), ToCase(View.Id));
}
