using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Represents what the form of a question shows before its words are read one by one.</summary>
/// <param name="Kind">The kind of thing that is asked for.</param>
/// <param name="FocusStart">The position of the first word of the noun phrase that names what is asked for.</param>
/// <param name="FocusEnd">The position after its last word; equal to the start when there is none.</param>
internal readonly record struct QuestionShape(QuestionKind Kind, int FocusStart = 0, int FocusEnd = 0)
{
    /// <summary>Gets what a quantity is counted or measured in; null for other questions.</summary>
    public QuantityUnit? Unit { get; init; }

    /// <summary>Gets how exact a time must be.</summary>
    public TimeGrain Grain { get; init; }

    /// <summary>
    /// Gets a value indicating whether the focus only repeats the kind ("which country"), so that an answer need not contain the word.
    /// </summary>
    public bool FocusIsKind { get; init; }

    /// <summary>Gets a value indicating whether the focus is a property of what follows: "the population of Moscow".</summary>
    public bool Attribute { get; init; }

    /// <summary>Determines whether a word gives the kind and no content: the "time" of "what time".</summary>
    public bool SkipsFocusHead(AnnotatedWord word, int position) =>
        (Kind, position) switch
        {
            (QuestionKind.Time, < 4) => English.TimeNouns.Contains(word),
            (QuestionKind.Reason, < 4) => word.Folded is "reason" or "come",
            (QuestionKind.Quantity, < 4) => word.Folded == "number"
                || English.ExtentWords.Contains(word)
                || English.ShareNouns.Contains(word),
            _ => false,
        };
}
