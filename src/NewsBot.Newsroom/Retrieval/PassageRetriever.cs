using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Retrieval;

/// <summary>Retrieves the passages that may contain the answer: those with the question's words, then those with related words.</summary>
internal sealed class PassageRetriever(ArticleArchive archive)
{
    // The second search only tops up the first; by terms alone it costs a fifth.
    private const int TopByWords = 15;
    private const int TopByRelatedWords = 5;
    private const int MostParagraphs = 80;

    /// <summary>Returns by about how many articles the index is behind: see <see cref="ArticleArchive.BehindAsync"/>.</summary>
    public Task<long> BehindAsync(CancellationToken cancellationToken) => archive.BehindAsync(cancellationToken);

    /// <summary>Retrieves paragraphs, best first; none when no word is found.</summary>
    public async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(
        AnnotatedText question,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var byWords = new PassageQuery
        {
            Text = question.Text,
            Top = TopByWords,
            AsOf = rights.AsOf,
        };
        var found = await SearchAsync(byWords, rights, cancellationToken).ConfigureAwait(false);
        var related = RelatedWordsOf(question);
        if (related.Length == 0)
            return Paragraphs(found, question);
        var byRelatedWords = new PassageQuery
        {
            Text = $"{question.Text} {related}",
            Top = TopByRelatedWords,
            AsOf = rights.AsOf,
            ByTermsAlone = true,
        };
        var more = await archive.SearchAsync(byRelatedWords, rights.Scope, cancellationToken).ConfigureAwait(false);
        return Paragraphs([.. found, .. more], question);
    }

    /// <summary>Searches for passages as they are listed, best first; none when no word is found.</summary>
    public Task<IReadOnlyList<RetrievedPassage>> SearchAsync(
        string query,
        int top,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        SearchAsync(
            new PassageQuery
            {
                Text = query,
                Top = top,
                AsOf = rights.AsOf,
            },
            rights,
            cancellationToken
        );

    /// <summary>Retrieves paragraphs of withdrawn articles, best first, only to say that they were withdrawn.</summary>
    public async Task<IReadOnlyList<RetrievedPassage>> RetrieveWithdrawnAsync(
        AnnotatedText question,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        Paragraphs(
            await archive
                .SearchHeldAsync(
                    new PassageQuery
                    {
                        Text = question.Text,
                        Top = TopByWords,
                        AsOf = rights.AsOf,
                    },
                    rights.Scope,
                    ArticleStage.Killed,
                    cancellationToken
                )
                .ConfigureAwait(false),
            question
        );

    /// <summary>Returns the earliest version of the passage's article that was published and not withdrawn.</summary>
    public async Task<ArchivedArticle> FirstVersionOfAsync(
        RetrievedPassage passage,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        (await archive.ItemAsync(passage.Article.Article.Source, cancellationToken).ConfigureAwait(false))
            .Versions.FirstOrDefault(version =>
                rights.Scope.Allows(version.Article.Article)
                && archive.StageOf(version.Article, rights.AsOf) is ArticleStage.Current or ArticleStage.Superseded
            )
            ?.Article
        ?? passage.Article;

    // Articles under embargo rank in an index of their own. Their best come first: staff who may see them ask about them.
    private async Task<IReadOnlyList<RetrievedPassage>> SearchAsync(
        PassageQuery query,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var found = await archive.SearchAsync(query, rights.Scope, cancellationToken).ConfigureAwait(false);
        if (!rights.SeesEmbargoed)
            return found;
        var embargoed = await archive.SearchHeldAsync(query, rights.Scope, ArticleStage.Embargoed, cancellationToken).ConfigureAwait(false);
        return [.. embargoed.Concat(found).Take(query.Top)];
    }

    // Statements are judged within their paragraph. The search finds runs of paragraphs, of which only one with all the question's words
    // keeps its full score.
    private static List<RetrievedPassage> Paragraphs(IReadOnlyList<RetrievedPassage> found, AnnotatedText question)
    {
        var stems = AnnotatedPassage.StemsOf([question]);
        return
        [
            .. found
                .SelectMany(excerpt => excerpt.Paragraphs())
                .DistinctBy(passage => (passage.Article.Id, passage.Passage.Number))
                .Select(passage => passage with { Score = passage.Score * (1 + Share(stems, CandidateReader.Read(passage))) / 2 })
                .OrderByDescending(passage => passage.Score)
                .Take(MostParagraphs),
        ];
    }

    private static double Share(HashSet<string> stems, PassageCandidates passage)
    {
        if (stems.Count == 0)
            return 0;
        var there = 0;
        foreach (var stem in stems)
        {
            if (passage.Words.Stems.Contains(stem) || passage.Headline.Contains(stem))
                there++;
        }

        return (double)there / stems.Count;
    }

    private static string RelatedWordsOf(AnnotatedText question) =>
        string.Join(
            ' ',
            question
                .Words.Where(word => !word.IsStop)
                .SelectMany(word => Lexicon.RelatedTo(word.Stem).Words)
                .Distinct(StringComparer.Ordinal)
        );
}
