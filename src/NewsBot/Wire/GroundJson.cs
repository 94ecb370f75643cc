using System.ComponentModel.DataAnnotations;

namespace NewsBot.Wire;

/// <summary>Represents a statement to be judged by a passage.</summary>
/// <remarks>It describes what is read. The reading itself goes property by property, so that it can say what is wrong with each.</remarks>
/// <param name="Passage">The only text that may support the statement.</param>
/// <param name="Statement">The statement, one sentence.</param>
internal sealed record GroundJson(
    [property: StringLength(GroundJson.MaxPassageChars)] string Passage,
    [property: StringLength(GroundJson.MaxStatementChars)] string Statement
)
{
    /// <summary>Specifies the greatest length of a passage over HTTP, in UTF-16 code units.</summary>
    public const int MaxPassageChars = 20_000;

    /// <summary>
    /// Specifies the greatest length of a statement, in UTF-16 code units: judging takes time with the square of the length.
    /// </summary>
    public const int MaxStatementChars = 2_000;
}
