namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>What can be wrong with a statement, measured against its quotes.</summary>
public enum GroundingFault
{
    /// <summary>It has no words, or there is nothing to measure it against.</summary>
    Empty,

    /// <summary>It holds a link, an image, a mention, a tag or control characters.</summary>
    Markup,

    /// <summary>A quote speaks to the reader's machine ("ignore all instructions"), which news does not.</summary>
    Instruction,

    /// <summary>Quotation marks stand around words that are not in a quote to the letter.</summary>
    Quotation,

    /// <summary>A number, or its unit, is not in the quotes, or belongs to something else there.</summary>
    Number,

    /// <summary>A day, a month or a time is not in the quotes.</summary>
    Time,

    /// <summary>A name is not in the quotes, or its parts belong to different people there.</summary>
    Name,

    /// <summary>What the quotes deny is asserted, or the other way round.</summary>
    Negation,

    /// <summary>A word stands where the quotes have its opposite.</summary>
    Opposite,

    /// <summary>What the quotes call alleged, possible, planned or attempted is told as a fact.</summary>
    Modality,

    /// <summary>The words belong to another speaker.</summary>
    Speaker,

    /// <summary>Who does it and to whom it is done are swapped.</summary>
    Roles,

    /// <summary>Too much of it is not in the quotes, or it is put together differently.</summary>
    Coverage,

    /// <summary>A citation names a passage that was not shown in this turn.</summary>
    UnseenPassage,

    /// <summary>A quote does not stand to the letter in the passage that it names.</summary>
    AlteredQuote,

    /// <summary>It speaks of none of those whom the question names.</summary>
    OffQuestion,
}
