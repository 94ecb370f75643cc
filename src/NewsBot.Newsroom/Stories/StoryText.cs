namespace NewsBot.Newsroom.Stories;

/// <summary>Represents an article while it is grouped.</summary>
internal sealed class StoryText
{
    private StoryVectors? vectors;

    public StoryText(StoryArticle article)
    {
        Article = article;
        Words = StoryWords.Read(article.Text);
        Sketch = MinHash.Sketch(Words);
    }

    /// <summary>Gets the article.</summary>
    public StoryArticle Article { get; }

    /// <summary>Gets the words of its text.</summary>
    public StoryWords Words { get; }

    /// <summary>Gets the sketch of the text for <see cref="MinHash"/>.</summary>
    public ulong[] Sketch { get; }

    /// <summary>Gets a value indicating whether the text was weighted and so is among the open texts.</summary>
    public bool IsWeighed => vectors is not null;

    /// <summary>Gets the vectors.</summary>
    /// <exception cref="InvalidOperationException">The text has not been weighted.</exception>
    public StoryVectors Vectors => vectors ?? throw new InvalidOperationException("The text was not weighed yet.");

    /// <summary>Gets the mean cosine with the nearest five texts that came by the end of the article's day.</summary>
    public double Nearness => Nearest.Mean;

    /// <summary>Gets the cosines with the nearest texts.</summary>
    public NearestCosines Nearest { get; } = new();

    /// <summary>Gets or sets the slot in <see cref="OpenTexts"/>.</summary>
    public int Slot { get; set; }

    /// <summary>Gets or sets the position among the texts of its day, in an order independent of their arrival.</summary>
    public int Position { get; set; }

    /// <summary>Gets or sets the story, known once the article's day is over.</summary>
    public OpenStory? Story { get; set; }

    /// <summary>Gets the pairs with similar texts that came before this one, that day or earlier.</summary>
    public List<TextPair> Pairs { get; } = [];

    /// <summary>Gets the texts that this one repeats almost word for word.</summary>
    public List<StoryText> CopyOf { get; } = [];

    /// <summary>Computes the vectors; a second call computes them again.</summary>
    public void Weigh(TermStatistics statistics) => vectors = StoryVectors.Of(Words, statistics);
}
