namespace NewsBot.Archive;

/// <summary>A passage that a search found.</summary>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Higher is better; comparable within one search only.</param>
public sealed record RetrievedPassage(ArchivedArticle Article, Passage Passage, double Score)
{
    /// <summary>The passage to the letter.</summary>
    public string Text => Passage.Range.In(Article.Article.Text);
}
