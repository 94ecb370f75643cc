using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Versions;

/// <summary>Checks the versions that an answer cites: whether they may still be cited, and what to say of them. Thread-safe.</summary>
internal sealed class VersionNotes(ArticleArchive archive)
{
    /// <summary>The share of common words, of the words in either, from which one sentence counts as replacing another.</summary>
    private const double SamePlace = 0.3;

    private const int MaxQuoteChars = 160;

    /// <summary>
    /// Returns the notes on the versions that an answer cites; null when it cites something that the reader may no longer see.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="asksForEarlier">Whether an earlier version was asked for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<VersionNote>?> OfAsync(
        Answer answer,
        ReaderRights rights,
        bool asksForEarlier,
        CancellationToken cancellationToken
    )
    {
        var notes = new List<VersionNote>();
        foreach (var cited in answer.Citations.GroupBy(citation => citation.Source, StringComparer.Ordinal))
        {
            if (await archive.StageOfAsync(cited.Key, cancellationToken).ConfigureAwait(false) is not { } version)
                return null;
            var article = version.Article.Article;
            var note = new VersionNote(cited.Key, version.Stage, article.State) { On = article.PublishedOn, Note = article.StateNote };
            switch (version.Stage)
            {
                case ArticleStage.Current when article.State == ArticleState.Published:
                    continue;
                case ArticleStage.Current:
                    notes.Add(await WithChangeAsync(note, cited, cancellationToken).ConfigureAwait(false));
                    break;
                case ArticleStage.Superseded when asksForEarlier || archive.StageOf(version.Article, rights.AsOf) == ArticleStage.Current:
                    notes.Add(note);
                    break;
                case ArticleStage.Embargoed when rights.SeesEmbargoed:
                    var until = version.Article.Standing.VisibleFrom(article);
                    notes.Add(note with { EmbargoedUntil = until == Article.HeldUntilReleased ? null : until });
                    break;
                default:
                    return null;
            }
        }

        return notes;
    }

    private async Task<VersionNote> WithChangeAsync(VersionNote note, IEnumerable<Citation> cited, CancellationToken cancellationToken)
    {
        if (note.State != ArticleState.Corrected)
            return note;
        var item = await archive.ItemAsync(note.Source, cancellationToken).ConfigureAwait(false);
        var before = item
            .Versions.TakeWhile(version => version.Article.Article.Source != note.Source)
            .LastOrDefault(version => version.Stage == ArticleStage.Superseded);
        if (before is null)
            return note;
        foreach (var citation in cited)
        {
            if (Replaced(citation.Quote, before.Article.Article.Text) is { } sentence)
                return note with { Before = Cut(sentence), Now = Cut(citation.Quote) };
        }

        return note;
    }

    private static string? Replaced(string now, string before)
    {
        if (before.Contains(now, StringComparison.Ordinal))
            return null;
        var stems = AnnotatedPassage.StemsOf([AnnotatedText.Read(now)]);
        return SentenceSplitter
            .Split(before)
            .Select(range => range.In(before))
            .Select(sentence => (Text: sentence, Likeness: LikenessOf(sentence)))
            .Where(one => one.Likeness >= SamePlace)
            .MaxBy(one => one.Likeness)
            .Text;

        double LikenessOf(string sentence)
        {
            var others = AnnotatedPassage.StemsOf([AnnotatedText.Read(sentence)]);
            var shared = others.Count(stems.Contains);
            return shared == 0 ? 0 : (double)shared / (stems.Count + others.Count - shared);
        }
    }

    private static string Cut(string sentence) =>
        WordCut.At(string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxQuoteChars);
}
