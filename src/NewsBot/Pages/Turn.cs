using NewsBot.Newsroom.Answers;

namespace NewsBot.Pages;

/// <summary>A question with its answer, as the chat shows it.</summary>
/// <param name="Number">Position in the conversation, from 1; makes ids unique on the page.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Citations">The answer's citations by number, with what stands around their quotes.</param>
public sealed record Turn(int Number, Answer Answer, IReadOnlyDictionary<int, QuotedPassage> Citations)
{
    /// <summary>Gets the questions before it that it may lean on, oldest first.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>
    /// Gets the page that shows what the message asks for, where it is not a question: a digest, a timeline, a search. Null: none.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>
    /// Returns the address of a citation in its article, with the answer's other quotes of that article to go on to, and the way back.
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
