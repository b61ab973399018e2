using System.Text.RegularExpressions;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Escort;

/// <summary>Turns what was filled in at the door into a hand-over, or names every field that is missing, all at once.</summary>
internal static partial class HandOverRules
{
    public static Outcome<HandOver> Check(HandOverDraft? draft, DateTimeOffset at, string? place)
    {
        if (draft is null) return new Problem("escort.receiver-needed", "receiver");
        var problems = new List<Problem>();
        Need(draft.Receiver, "receiver", "escort.receiver-needed", problems);
        Need(draft.Relation, "relation", "escort.relation-needed", problems);
        if (!draft.IdChecked) problems.Add(new Problem("escort.id-check-needed", "idChecked"));
        if (draft.IdChecked) Need(draft.IdKind, "idKind", "escort.id-kind-needed", problems);
        if (draft.IdChecked && !LastFour().IsMatch(draft.IdLastFour?.Trim() ?? "")) problems.Add(new Problem("escort.id-last-four", "idLastFour"));
        if (draft.SignedFor) Need(draft.Witness, "witness", "escort.witness-needed", problems);
        var signature = SignaturePath.Read(draft.Signature);
        problems.AddRange(signature.Problems);
        if (problems.Count > 0) return problems.ToArray();
        var witness = draft.SignedFor ? VisibleText.WithoutHidden(draft.Witness!).Trim() : null;
        return new HandOver(VisibleText.WithoutHidden(draft.Receiver!).Trim(), VisibleText.WithoutHidden(draft.Relation!).Trim(), true, VisibleText.WithoutHidden(draft.IdKind!).Trim(), draft.IdLastFour!.Trim().ToUpperInvariant(), signature.Value!.Data, draft.SignedFor, witness, at, place);
    }

    private static void Need(string? words, string field, string code, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(words)) problems.Add(new Problem(code, field));
        else if (words.Length > TripLimits.Words) problems.Add(new Problem("escort.too-long", field, TripLimits.Words));
    }

    [GeneratedRegex("^[0-9A-Za-z]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LastFour();
}
