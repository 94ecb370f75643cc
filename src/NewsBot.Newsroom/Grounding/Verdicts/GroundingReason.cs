namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>One reason why a statement is not supported.</summary>
/// <param name="Fault">What is wrong; all that a log gets to see.</param>
/// <param name="Word">The word of the statement or of the quotes that shows it; null where no single word does.</param>
public readonly record struct GroundingReason(GroundingFault Fault, string? Word = null)
{
    /// <summary>"number: 27", or "coverage".</summary>
    public override string ToString() => Word is null ? Code : $"{Code}: {Word}";

    /// <summary>The fault's name in small letters with hyphens: "unseen-passage".</summary>
    public string Code => Fault switch
    {
        GroundingFault.UnseenPassage => "unseen-passage",
        GroundingFault.AlteredQuote => "altered-quote",
        GroundingFault.OffQuestion => "off-question",
        _ => Fault.ToString().ToLowerInvariant(),
    };
}
