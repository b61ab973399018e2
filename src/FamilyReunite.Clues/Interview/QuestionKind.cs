namespace FamilyReunite.Clues.Interview;

/// <summary>How a question is put.</summary>
public enum QuestionKind
{
    /// <summary>A thing is shown or named: "what do you call this?" The answer is what was said.</summary>
    Word,

    /// <summary>One local word for a thing is read out: does the person know it?</summary>
    HeardWord,

    /// <summary>A few answers to choose from, read out one by one where the person does not speak.</summary>
    Choice,

    /// <summary>Yes or no; with a card where there is a picture of it.</summary>
    YesNo,

    /// <summary>Cards laid out side by side: which does the person point at?</summary>
    Pictures,

    /// <summary>The name of a place is read out: does the person react?</summary>
    Name,
}
