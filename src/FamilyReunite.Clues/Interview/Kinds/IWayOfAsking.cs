using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>One kind of question: what it offers to ask, and what its answers mean.</summary>
internal interface IWayOfAsking
{
    IEnumerable<Proposal> Propose(Situation situation);

    /// <summary>Null when the question is none of this kind or the answer says nothing.</summary>
    HomeClue? Read(HomeAnswer answer);
}

/// <summary>A question that may be asked, written out only when it is chosen.</summary>
/// <param name="Bits">Information to be expected, the chance of an answer included.</param>
/// <param name="Field">Part of life that topics belong to, so that a list is mixed.</param>
internal sealed record Proposal(double Bits, string Topic, string Field, Func<ProposedQuestion> Write);
