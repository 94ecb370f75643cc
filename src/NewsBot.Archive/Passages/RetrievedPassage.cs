namespace NewsBot.Archive.Passages;

/// <summary>A passage that a search found.</summary>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Passage">One of <see cref="ArchivedArticle.Excerpts"/>, or a paragraph of one.</param>
/// <param name="Score">Higher is better; comparable within one search only.</param>
public sealed record RetrievedPassage(ArchivedArticle Article, Passage Passage, double Score)
{
    /// <summary>The passage to the letter.</summary>
    public string Text => Passage.Range.In(Article.Article.Text);

    /// <summary>The paragraphs that the passage consists of, in order, each with its score.</summary>
    public IEnumerable<RetrievedPassage> Paragraphs()
    {
        for (var number = Passage.Number; number < Article.Passages.Count && Article.Passages[number].Range.End <= Passage.Range.End; number++)
            yield return this with { Passage = Article.Passages[number] };
    }
}
