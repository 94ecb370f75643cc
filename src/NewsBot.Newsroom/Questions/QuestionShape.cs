using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>What the form of a question says before its words are looked at one by one.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="FocusStart">First word of the noun phrase that names what is asked for.</param>
/// <param name="FocusEnd">One past its last word; equal to the start when there is none.</param>
internal readonly record struct QuestionShape(QuestionKind Kind, int FocusStart = 0, int FocusEnd = 0)
{
    public QuantityUnit? Unit { get; init; }

    public TimeGrain Grain { get; init; }

    /// <summary>The focus only repeats the kind ("which country"): an answer need not contain the word.</summary>
    public bool FocusIsKind { get; init; }

    /// <summary>The focus is a property of what follows: "the population of Moscow".</summary>
    public bool Attribute { get; init; }

    /// <summary>Words that carry the kind and no content: the "time" of "what time".</summary>
    public bool SkipsFocusHead(AnnotatedWord word, int position) =>
        (Kind, position) switch
        {
            (QuestionKind.Time, < 4) => English.TimeNouns.Contains(word),
            (QuestionKind.Reason, < 4) => word.Folded is "reason" or "come",
            (QuestionKind.Quantity, < 4) => word.Folded == "number" || English.ExtentWords.Contains(word) || English.ShareNouns.Contains(word),
            _ => false,
        };
}
