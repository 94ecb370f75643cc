using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>Represents a paragraph of an article, split into its sentences and the text between them.</summary>
/// <param name="Range">The range in the article's text.</param>
/// <param name="Pieces">The pieces, which together are the paragraph; sentences can be linked to.</param>
public sealed record ArticleParagraph(TextRange Range, IReadOnlyList<ArticlePiece> Pieces)
{
    /// <summary>Returns the article's paragraphs. Passages without a line break between them are parts of one paragraph.</summary>
    public static IReadOnlyList<ArticleParagraph> Of(ArchivedArticle article)
    {
        var text = article.Article.Text;
        var paragraphs = new List<ArticleParagraph>();
        var group = new List<Passage>();
        foreach (var passage in article.Passages)
        {
            if (group.Count > 0 && text.AsSpan(group[^1].Range.End..passage.Range.Start).ContainsAny('\n', '\r'))
                Close();
            group.Add(passage);
        }

        if (group.Count > 0)
            Close();
        return paragraphs;

        void Close()
        {
            var range = new TextRange(group[0].Range.Start, group[^1].Range.End);
            paragraphs.Add(new ArticleParagraph(range, Cut(range, group.SelectMany(passage => passage.Sentences))));
            group.Clear();
        }
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
