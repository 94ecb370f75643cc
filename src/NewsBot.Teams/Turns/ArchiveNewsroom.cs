using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Index;
using NewsBot.Teams.Facade;

namespace NewsBot.Teams.Turns;

/// <summary>
/// The newsroom as it is: the pipeline answers, the archive is searched, and digests are written where the host has them. What it needs is taken at the first question:
/// a host knows the base of its links only once it listens. Thread-safe.
/// </summary>
internal sealed class ArchiveNewsroom(IServiceProvider services) : ITeamsNewsroom
{
    private NewsroomKernel Kernel => services.GetRequiredService<NewsroomKernel>();
    private ArticleArchive Archive => services.GetRequiredService<ArticleArchive>();
    private ArticleLinks Links => services.GetRequiredService<ArticleLinks>();

    public bool WritesWithModel => Kernel.WritesWithModel;

    public DailyNews? Daily => services.GetService<DailyNews>();

    public Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken) => Kernel.AskAsync(request, cancellationToken);

    public async IAsyncEnumerable<AnswerProgress> AskWithProgressAsync(QuestionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in Kernel.AskInStepsAsync(request, cancellationToken))
            yield return new AnswerProgress { Doing = step.Doing, TextSoFar = step.SoFar?.Text, Answer = step.Finished };
    }

    public async Task<IReadOnlyList<SourcePassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken) =>
        [.. (await Archive.SearchAsync(new PassageQuery { Text = query, Top = top }, cancellationToken)).Select(hit => Shown(hit.Article.Article, hit.Passage.Range))];

    public async Task<SourcePassage?> PassageAsync(string source, TextRange quote, CancellationToken cancellationToken)
    {
        if (await Archive.FindAsync(source, cancellationToken) is not { } found)
            return null;
        // A corrected article may have become shorter than the quote's place in it.
        return found.Passages.FirstOrDefault(p => p.Range.Start <= quote.Start && quote.Start < p.Range.End) is { } passage ? Shown(found.Article, passage.Range) : null;
    }

    private SourcePassage Shown(Article article, TextRange passage) => new(article.Source, article.Headline, article.PublishedOn, passage.In(article.Text), Links.To(article.Source, passage));
}
