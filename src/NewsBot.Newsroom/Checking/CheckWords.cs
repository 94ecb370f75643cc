namespace NewsBot.Newsroom.Checking;

/// <summary>Provides the words for the verdicts of a check, the same in every channel.</summary>
public static class CheckWords
{
    /// <summary>The sentence for a verdict without evidence.</summary>
    public const string NoEvidence = "No sentence in the articles supports or contradicts this.";

    /// <summary>Returns the words for a verdict, to be followed by a colon and the sentence.</summary>
    public static string Of(CheckVerdict verdict) =>
        verdict switch
        {
            CheckVerdict.Supported => "Supported",
            CheckVerdict.Contradicted => "Contradicted",
            _ => "Not found",
        };
}
