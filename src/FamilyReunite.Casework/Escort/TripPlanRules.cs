using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Escort;

/// <summary>What a plan must say before it is taken. Fields are named as in the form: <c>legs[0].from</c>, <c>escorts[1].name</c>.</summary>
internal static class TripPlanRules
{
    public static Problem[] Check(TripPlan plan)
    {
        var problems = new List<Problem>();
        if (plan.Legs.Count is 0 or > TripLimits.Legs) problems.Add(plan.Legs.Count == 0 ? new Problem("escort.leg-needed", "legs") : new Problem("escort.too-many-legs", "legs", TripLimits.Legs));
        if (plan.Escorts.Count is 0 or > TripLimits.Escorts) problems.Add(plan.Escorts.Count == 0 ? new Problem("escort.escort-needed", "escorts") : new Problem("escort.too-many-escorts", "escorts", TripLimits.Escorts));
        for (var i = 0; i < plan.Legs.Count; i++) CheckLeg(plan.Legs, i, problems);
        for (var i = 0; i < plan.Escorts.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(plan.Escorts[i].Name)) problems.Add(new Problem("escort.escort-name-needed", $"escorts[{i}].name", i + 1));
            Limit(plan.Escorts[i].Name, TripLimits.Words, $"escorts[{i}].name", problems);
            Limit(plan.Escorts[i].Duty, TripLimits.Words, $"escorts[{i}].duty", problems);
        }
        Limit(plan.MedicalNotes, TripLimits.Text, "medicalNotes", problems);
        if (plan.CheckInsDue is { Count: > TripLimits.CheckIns }) problems.Add(new Problem("escort.too-many-check-ins", "checkIns", TripLimits.CheckIns));
        return [.. problems];
    }

    private static void CheckLeg(IReadOnlyList<LegDraft> legs, int i, List<Problem> problems)
    {
        var (leg, number) = (legs[i], i + 1);
        if (string.IsNullOrWhiteSpace(leg.From)) problems.Add(new Problem("escort.leg-from-needed", $"legs[{i}].from", number));
        if (string.IsNullOrWhiteSpace(leg.To)) problems.Add(new Problem("escort.leg-to-needed", $"legs[{i}].to", number));
        Limit(leg.From, TripLimits.Words, $"legs[{i}].from", problems);
        Limit(leg.To, TripLimits.Words, $"legs[{i}].to", problems);
        Limit(leg.Number, TripLimits.Words, $"legs[{i}].number", problems);
        if (leg.DepartsAt is not { } departs) problems.Add(new Problem("escort.leg-departs-needed", $"legs[{i}].departsAt", number));
        else if (leg.ArrivesAt is not { } arrives) problems.Add(new Problem("escort.leg-arrives-needed", $"legs[{i}].arrivesAt", number));
        else if (arrives < departs) problems.Add(new Problem("escort.arrives-before-departure", $"legs[{i}].arrivesAt", number));
        else if (arrives - legs[0].DepartsAt > TimeSpan.FromDays(TripLimits.Days)) problems.Add(new Problem("escort.journey-too-long", $"legs[{i}].arrivesAt", number, TripLimits.Days));
        else if (i > 0 && departs < legs[i - 1].ArrivesAt) problems.Add(new Problem("escort.leg-before-last", $"legs[{i}].departsAt", number, i));
    }

    private static void Limit(string? text, int most, string field, List<Problem> problems)
    {
        if (text?.Length > most) problems.Add(new Problem("escort.too-long", field, most));
    }
}
