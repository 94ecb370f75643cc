namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>Represents one reason why a statement is not supported.</summary>
/// <param name="Fault">The fault, and all that is written to a log.</param>
/// <param name="Word">The word of the statement or the quotes that shows the fault; null where no single word does.</param>
public readonly record struct GroundingReason(GroundingFault Fault, string? Word = null)
{
    /// <summary>Returns the code and the word, as in "number: 27", or the code alone, as in "coverage".</summary>
    public override string ToString() => Word is null ? Code : $"{Code}: {Word}";

    /// <summary>Gets the name of the fault in lower case with hyphens, as in "unseen-passage".</summary>
    public string Code =>
        Fault switch
        {
            GroundingFault.UnseenPassage => "unseen-passage",
            GroundingFault.AlteredQuote => "altered-quote",
            GroundingFault.OffQuestion => "off-question",
            _ => Fault.ToString().ToLowerInvariant(),
        };
}
