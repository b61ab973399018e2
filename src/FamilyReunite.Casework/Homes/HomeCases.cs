using System.Globalization;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Homes;

/// <summary>A person's record as a case for the home finder, with what the interview and listeners brought. Withdrawn answers are left out.</summary>
internal static class HomeCases
{
    /// <param name="person">With its facts.</param>
    public static HomeCase Of(StrandedPerson person, IEnumerable<InterviewAnswer> answers, IEnumerable<ListeningRequest> listening) => RecordCase.Of(person) with
    {
        Answers = [.. answers.Where(a => !a.IsWithdrawn).OrderBy(a => a.AskedAt).Select(a => new HomeAnswer(a.Question, a.Option, a.Words))],
        Listeners = [.. listening.SelectMany(r => r.Current).OrderBy(a => a.At).Select(Opinion).OfType<ListenerOpinion>()],
    };

    private static ListenerOpinion? Opinion(ListeningAnswer a) => DivisionCode.TryParse(a.Home, out var home) ? new ListenerOpinion(home, Enum.Parse<ListenerVerdict>(a.Verdict.ToString())) : null;

    /// <summary>Everything the belief depends on, as one text.</summary>
    public static string Key(HomeCase c)
    {
        string[][] parts =
        [
            [c.Text], [.. c.HeardNames], [.. c.HeardPlaces], [.. c.DialectWords], [c.DialectJudgement], [.. c.OtherClues], [c.FoundPlace], [c.Sex.ToString()], [.. c.Ethnicities],
            [.. c.Answers.Select(a => $"{a.Question}\u0001{a.Option}\u0001{a.Words}")], [.. c.Listeners.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Home}\u0001{l.Verdict}"))],
        ];
        return string.Join('\u0003', parts.Select(p => string.Join('\u0002', p)));
    }
}
