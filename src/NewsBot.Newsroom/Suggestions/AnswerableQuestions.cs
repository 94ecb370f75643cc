using NewsBot.Archive;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Calendar;

namespace NewsBot.Newsroom.Suggestions;

/// <summary>
/// Suggests questions that the archive answers. Each was tried, without a language model, and leads to something that the reader has not
/// seen yet. No suggestion is better than one that leads nowhere. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="ask">Answers a question.</param>
internal sealed class AnswerableQuestions(ArticleArchive archive, Func<QuestionRequest, CancellationToken, Task<Answer>> ask)
{
    /// <summary>Specifies the most questions suggested.</summary>
    public const int Most = 3;

    /// <summary>The most questions tried: each costs an answer.</summary>
    private const int Tries = 9;

    private const int MostArticles = 12;
    private const int MostCited = 4;

    /// <summary>A day with fewer articles is topped up from this many days before it.</summary>
    private const int DaysBefore = 7;

    /// <summary>Returns questions that follow on from an answer, best first; empty when there are none.</summary>
    public async Task<IReadOnlyList<string>> AfterAsync(Answer answer, ReaderRights rights, CancellationToken cancellationToken)
    {
        var sources = answer
            .Citations.Select(citation => citation.Source)
            .Concat(answer.Nearest.Select(nearest => nearest.Source))
            .Concat(answer.Passages.Select(passage => passage.Article.Article.Source));
        var articles = await FindAsync(sources.Distinct(StringComparer.Ordinal).Take(MostCited), rights, cancellationToken)
            .ConfigureAwait(false);
        var filter = FilterWords.Write(answer.Searched);
        return await AnswerableAsync(
                QuestionWriter.On(articles).Select(question => filter.Length == 0 ? question : $"{question} {filter}"),
                answer,
                rights,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Returns questions to start with, on the newest articles; empty when there are none.</summary>
    /// <param name="today">The reader's day (UTC).</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<string>> ToStartWithAsync(DateOnly today, ReaderRights rights, CancellationToken cancellationToken)
    {
        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        var sources =
            catalogue.Summarise(rights.Desk?.Articles).Days.NewestFull(today) is not { } day
                ? catalogue.Undated(MostArticles, rights.Desk?.Articles)
            : catalogue.Between(day, day, rights.Desk?.Articles) is { Count: >= MostArticles } full ? full
            : catalogue.Between(day.PlusDays(-DaysBefore), day, rights.Desk?.Articles);
        var articles = await FindAsync(sources.Take(MostArticles), rights, cancellationToken).ConfigureAwait(false);
        return await AnswerableAsync(QuestionWriter.On(articles), null, rights, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<string>> AnswerableAsync(
        IEnumerable<string> questions,
        Answer? before,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var found = new List<string>();
        var shown = (before?.Statements ?? []).Select(statement => statement.Text).ToHashSet(StringComparer.Ordinal);
        var asked = before is null ? [] : ContentOf(before.UnderstoodAs ?? before.Question);
        foreach (var question in questions.Where(question => before is null || !asked.SetEquals(ContentOf(question))).Take(Tries))
        {
            if (found.Count == Most)
                break;
            var answer = await ask(
                    new QuestionRequest
                    {
                        Text = question,
                        AsOf = rights.AsOf,
                        Desk = rights.Desk,
                        WithoutModel = true,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            // An answer that opens with what the reader has seen is the old answer to a question put in other words.
            if (answer.Outcome != Outcome.Answered || answer.Statements is not [var first, ..] || shown.Contains(first.Text))
                continue;
            found.Add(question);
            shown.UnionWith(answer.Statements.Select(statement => statement.Text));
        }

        return found;
    }

    private async Task<List<ArchivedArticle>> FindAsync(
        IEnumerable<string> sources,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var articles = new List<ArchivedArticle>();
        foreach (var source in sources)
        {
            if (await archive.FindAsync(source, cancellationToken).ConfigureAwait(false) is { } article && rights.Allow(article.Article))
                articles.Add(article);
        }

        return articles;
    }

    private static HashSet<string> ContentOf(string question) => AnnotatedPassage.StemsOf([AnnotatedText.Read(question)]);
}
