using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>Represents a paragraph of an article, split into its sentences and the text between them.</summary>
/// <param name="Range">The range in the article's text.</param>
/// <param name="Pieces">The pieces, which together are the paragraph; sentences can be linked to.</param>
public sealed record ArticleParagraph(TextRange Range, IReadOnlyList<ArticlePiece> Pieces)
{
    /// <summary>Returns the article's paragraphs. Passages without a line break between them are parts of one paragraph.</summary>
    public static IEnumerable<ArticleParagraph> Of(ArchivedArticle article)
    {
        var text = article.Article.Text;
        var group = new List<Passage>();
        foreach (var passage in article.Passages)
        {
            if (group.Count > 0 && text.AsSpan(group[^1].Range.End..passage.Range.Start).ContainsAny('\n', '\r'))
            {
                yield return Close(group);
                group.Clear();
            }

            group.Add(passage);
        }

        if (group.Count > 0)
            yield return Close(group);
    }

    private static ArticleParagraph Close(List<Passage> group)
    {
        var range = new TextRange(group[0].Range.Start, group[^1].Range.End);
        return new ArticleParagraph(range, Cut(range, group.SelectMany(passage => passage.Sentences)));
    }

    private static List<ArticlePiece> Cut(TextRange paragraph, IEnumerable<TextRange> sentences)
    {
        var pieces = new List<ArticlePiece>();
        var position = paragraph.Start;
        foreach (var sentence in sentences)
        {
            if (position < sentence.Start)
                pieces.Add(new ArticlePiece(new TextRange(position, sentence.Start), IsSentence: false));
            pieces.Add(new ArticlePiece(sentence, IsSentence: true));
            position = sentence.End;
        }

        if (position < paragraph.End)
            pieces.Add(new ArticlePiece(new TextRange(position, paragraph.End), IsSentence: false));
        return pieces;
    }
}
