using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Versions;

/// <summary>Checks the versions that an answer cites: whether they may still be cited, and what to say of them. Thread-safe.</summary>
internal sealed class VersionNotes(ArticleArchive archive)
{
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
            // It may have been replaced since it was found.
            if (!rights.Scope.Allows(article) || !cited.All(citation => Says(article.Text, citation)))
                return null;
            var note = new VersionNote(cited.Key, version.Stage, article.State) { On = article.PublishedOn, Note = article.StateNote };
            switch (version.Stage)
            {
                case ArticleStage.Current when article.State == ArticleState.Published:
                    continue;
                case ArticleStage.Current:
                    notes.Add(await WithChangeAsync(note, cited, article.Text, rights, cancellationToken).ConfigureAwait(false));
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

    private static bool Says(string text, Citation citation) =>
        citation.Range.End <= text.Length && citation.Range.In(text) == citation.Quote;

    private async Task<VersionNote> WithChangeAsync(
        VersionNote note,
        IEnumerable<Citation> cited,
        string text,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        if (note.State != ArticleState.Corrected)
            return note;
        var item = await archive.ItemAsync(note.Source, cancellationToken).ConfigureAwait(false);
        return
            ReplacedSentence.VersionBefore(item.Versions.Where(version => rights.Scope.Allows(version.Article.Article)), note.Source)
                is { } before
            && ReplacedSentence.Find(cited.Select(citation => citation.Quote), before.Article.Text, text) is { } replaced
            ? note with
            {
                Before = replaced.Before,
                Now = replaced.Now,
            }
            : note;
    }
}
