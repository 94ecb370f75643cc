namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>Specifies what can be wrong with a statement, given its quotes.</summary>
public enum GroundingFault
{
    /// <summary>It has no words, or there are no quotes to check it against.</summary>
    Empty,

    /// <summary>It contains a link, an image, a mention, a tag or control characters.</summary>
    Markup,

    /// <summary>A quote addresses the reader's machine ("ignore all instructions"), which news does not do.</summary>
    Instruction,

    /// <summary>Quotation marks enclose words that are not exactly in a quote.</summary>
    Quotation,

    /// <summary>A number or its unit is not in the quotes, or belongs to something else there.</summary>
    Number,

    /// <summary>A day, month or time is not in the quotes.</summary>
    Time,

    /// <summary>A name is not in the quotes, or its parts belong to different people there.</summary>
    Name,

    /// <summary>It asserts what the quotes deny, or the reverse.</summary>
    Negation,

    /// <summary>A word is the opposite of the one in the quotes.</summary>
    Opposite,

    /// <summary>It states as fact what the quotes call alleged, possible, planned or attempted.</summary>
    Modality,

    /// <summary>The words are another speaker's.</summary>
    Speaker,

    /// <summary>It swaps the one who acts and the one acted upon.</summary>
    Roles,

    /// <summary>Too much of it is not in the quotes, or is put together differently there.</summary>
    Coverage,

    /// <summary>A citation names a passage that was not shown in this turn.</summary>
    UnseenPassage,

    /// <summary>A quote is not exactly in the passage that it names.</summary>
    AlteredQuote,

    /// <summary>It mentions none of the people or things that the question names.</summary>
    OffQuestion,
}
