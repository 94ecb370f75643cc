namespace NewsBot.Archive.Passages;

/// <summary>Represents a passage that a search found.</summary>
/// <param name="Article">The article that contains it.</param>
/// <param name="Passage">One of <see cref="ArchivedArticle.Excerpts"/>, or a paragraph of one.</param>
/// <param name="Score">Higher is better; comparable only within one search.</param>
public sealed record RetrievedPassage(ArchivedArticle Article, Passage Passage, double Score)
{
    /// <summary>Gets the passage verbatim.</summary>
    public string Text => Passage.Range.In(Article.Article.Text);

    /// <summary>Returns the paragraphs of the passage in order, each with the passage's score.</summary>
    public IEnumerable<RetrievedPassage> Paragraphs()
    {
        for (
            var number = Passage.Number;
            number < Article.Passages.Count && Article.Passages[number].Range.End <= Passage.Range.End;
            number++
        )
            yield return this with
            {
                Passage = Article.Passages[number],
            };
    }
}
