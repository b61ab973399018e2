using FamilyReunite.Casework.Records;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Homes;

/// <summary>Home finding for one person as a page shows it.</summary>
/// <param name="IsOwn">The caller's station keeps the record: asks questions, sends inquiries and recordings.</param>
/// <param name="Known">What the belief rests on.</param>
/// <param name="Places">Likeliest first; provinces when the belief declines.</param>
/// <param name="Clues">The clues by how far each moved the belief, most first.</param>
/// <param name="Answers">Newest first, withdrawn ones among them.</param>
/// <param name="Clips">Recordings beside the record.</param>
public sealed record HomeView(
    StrandedPerson Person,
    RecordRow Row,
    bool IsOwn,
    HomeCase Known,
    HomeDistribution Belief,
    IReadOnlyList<HomeGuess> Places,
    IReadOnlyList<ProvinceShare> Provinces,
    IReadOnlyList<ClueLine> Clues,
    IReadOnlyList<AnswerLine> Answers,
    IReadOnlyList<InquiryLine> Inquiries,
    IReadOnlyList<ListeningLine> Listening,
    IReadOnlyList<Attachment> Clips);

/// <param name="Code">Two digits.</param>
public sealed record ProvinceShare(DivisionCode Code, string Name, double Probability);

/// <param name="Narrowing">How many times smaller the country becomes by this clue alone; 1 says nothing.</param>
public sealed record ClueLine(HomeClueKind Kind, string AsHeard, HomeReason Reading, double Narrowing);

/// <param name="AskedBy">Name of the colleague; null when the account is gone.</param>
public sealed record AnswerLine(InterviewAnswer Answer, string? AskedBy, string? WithdrawnBy);

/// <param name="Place">Name of the division that is asked about.</param>
/// <param name="From">The station that asks.</param>
/// <param name="To">The organisation, or the words that name somebody outside.</param>
public sealed record InquiryLine(HomeInquiry Inquiry, string Place, string From, string To, string? AskedBy, string? RecordedBy);

/// <param name="To">Names of the organisations.</param>
/// <param name="Answers">The newest of each listener, newest first.</param>
public sealed record ListeningLine(ListeningRequest Request, string From, IReadOnlyList<string> To, IReadOnlyList<ListenerLine> Answers);

/// <param name="Home">Name of the division whose speech is the listener's own.</param>
public sealed record ListenerLine(ListeningAnswer Answer, string Home, string Organisation, string? Who);
