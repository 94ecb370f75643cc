using System.Text.RegularExpressions;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Represents a question that no single sentence answers: "what do we know about the strike?", "how do the accounts differ?".
/// </summary>
/// <param name="Topic">The topic, in the question's words; not empty.</param>
/// <param name="IsComparison">Whether it asks where the sources differ rather than what they say.</param>
internal sealed partial record BroadQuestion(string Topic, bool IsComparison)
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>Reads a question; returns null when it asks for one thing.</summary>
    public static BroadQuestion? Read(string question)
    {
        var text = question.Trim().TrimEnd('?', '.', '!', ' ');
        if (Comparison().Match(text) is { Success: true } comparison)
            return new(comparison.Groups["topic"].Value.Trim(), true);
        var match = Summary().Match(text) is { Success: true } before ? before : TopicFirst().Match(text);
        return match.Success ? new(match.Groups["topic"].Value.Trim(' ', ':', ',', '-', '–'), false) : null;
    }

    [GeneratedRegex(
        @"^(please )?((what (do|did) (we|you) know|what('s| is| has been)( currently| already)? (known|reported))( so far)? (about|of|on)|(can you |could you )?(summari[sz]e|sum up|recap|brief me on|bring me up to date on)|(give me |write )?(a |an |the )?(short |brief |quick )?(summary|overview|recap|round-?up) (of|on)|tell me (more |everything |all )?about|what('s| is| are) the (latest|news) (on|about)|what (has )?happened (in|during)|(the )?latest on) (?<topic>\S.+?)( so far)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Summary();

    [GeneratedRegex(
        @"^(?<topic>\S.{2,}?)\s*[:,–-]\s*(what (do|did) we know|what('s| is) known|(a )?summary|(an )?overview|the latest)( so far)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex TopicFirst();

    [GeneratedRegex(
        @"^(please )?(how (do|did) (?<topic>.+?) (differ|disagree|compare)( (on|about|over) .+)?|(do|did) (the )?(?<topic>(outlets|sources|papers|reports|articles|accounts|sides)( (differ|disagree|agree))( (on|about|over) .+)?)|(what|where) (are|do) (?<topic>the (different |conflicting |differing )?(accounts|versions) of .+|the (sources|outlets|accounts) (differ|disagree).*)|compare (?<topic>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Comparison();
}
