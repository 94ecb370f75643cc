using NewsBot.Newsroom.Answers;

namespace NewsBot.Pages;

/// <summary>Represents a question with its answer, as the chat shows it.</summary>
/// <param name="Number">Position in the conversation, from 1; makes ids unique on the page.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Citations">The answer's citations by number, with the text around their quotes.</param>
public sealed record Turn(int Number, Answer Answer, IReadOnlyDictionary<int, QuotedPassage> Citations)
{
    /// <summary>Gets the earlier questions that it may rely on, oldest first.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Gets the page for a message that is not a question but asks for a digest, a timeline or a search. Null: none.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// Returns the address of a citation in its article, with the answer's other quotes from that article, and the way back.
    /// </summary>
    public string Href(PagePaths paths, Citation citation) =>
        paths.Article(
            citation.Source,
            citation.Range,
            [
                .. Answer
                    .Citations.Where(other => other.Source == citation.Source)
                    .Select(other => other.Range)
                    .OrderBy(range => range.Start),
            ],
            [.. Before, Answer.Question]
        );
}
