namespace FamilyReunite.Clues.Interview;

/// <summary>A question that is worth asking now.</summary>
/// <param name="Id">What a <see cref="Homes.HomeAnswer"/> names it by: an id of the bank, <c>heard:ID/WORD</c> or <c>name:CODE</c>.</param>
/// <param name="Topic">What it asks about; two questions of one topic repeat each other.</param>
/// <param name="Options">The answers, the last always <see cref="Homes.HomeAnswer.NoReaction"/>.</param>
/// <param name="Words">For <see cref="QuestionKind.Word"/> the known words, likeliest first: offered to pick from, anything else may be typed. Empty for other kinds.</param>
/// <param name="Bits">Information about home to be expected from asking, in bits: mutual information of answer and county times the chance of an answer.</param>
public sealed record ProposedQuestion(string Id, QuestionKind Kind, string Topic, Wording Text, IReadOnlyList<ProposedOption> Options, IReadOnlyList<string> Words, double Bits);

/// <summary>One answer.</summary>
/// <param name="Id">What a <see cref="Homes.HomeAnswer"/> names it by; <see cref="Said"/> wants the words too.</param>
/// <param name="Card">Name of the picture card, under <c>/cards/NAME.svg</c>; null when there is none.</param>
public sealed record ProposedOption(string Id, Wording Text, string? Card)
{
    public const string Yes = "yes", No = "no", Said = "said", Other = "other";
}
