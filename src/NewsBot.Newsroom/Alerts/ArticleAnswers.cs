using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Answers questions from given articles, as if there were no others. Thread-safe.</summary>
/// <param name="ask">Answers questions.</param>
internal sealed class ArticleAnswers(Func<QuestionRequest, CancellationToken, Task<Answer>> ask)
{
    /// <summary>Returns the answer; it may be a decline.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sources">The sources of the articles.</param>
    /// <param name="desk">The desk that asks; null for a reader who sees the articles of all desks.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    public Task<Answer> AskAsync(string question, IReadOnlyCollection<string> sources, Desk? desk, CancellationToken cancellationToken) =>
        ask(
            new QuestionRequest
            {
                Text = question,
                Desk = new Desk
                {
                    Name = desk?.Name ?? "alerts",
                    Channels = [],
                    Articles = new ArticleSelection { Sources = sources.ToHashSet(StringComparer.Ordinal), Within = desk?.Articles },
                },
            },
            cancellationToken
        );
}
