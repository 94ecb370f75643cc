using NewsBot.Archive;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Retrieval;

/// <summary>Fetches the passages that may hold the answer: those with the question's words, then those with words that stand for them.</summary>
internal sealed class PassageRetriever(ArticleArchive archive)
{
    // The second search only fills up: by terms alone it costs a fifth.
    private const int TopByWords = 20;
    private const int TopByRelatedWords = 10;

    public async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        var found = await archive.SearchAsync(new PassageQuery { Text = request.Text, Top = TopByWords, AsOf = request.AsOf }, cancellationToken).ConfigureAwait(false);
        var related = RelatedWordsOf(request.Text);
        if (related.Length == 0) return Paragraphs(found);
        var more = await archive.SearchAsync(new PassageQuery { Text = $"{request.Text} {related}", Top = TopByRelatedWords, AsOf = request.AsOf, ByTermsAlone = true }, cancellationToken).ConfigureAwait(false);
        return Paragraphs(found.Concat(more));
    }

    // Statements are judged within their paragraph; the search finds runs of paragraphs.
    private static List<RetrievedPassage> Paragraphs(IEnumerable<RetrievedPassage> found) =>
        [.. found.SelectMany(excerpt => excerpt.Paragraphs()).DistinctBy(passage => (passage.Article.Id, passage.Passage.Number))];

    private static string RelatedWordsOf(string question) =>
        string.Join(' ', AnnotatedText.Read(question).Words.Where(word => !word.IsStop).SelectMany(word => Lexicon.RelatedTo(word.Stem).Words).Distinct(StringComparer.Ordinal));
}
