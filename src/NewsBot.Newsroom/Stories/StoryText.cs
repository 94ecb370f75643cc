namespace NewsBot.Newsroom.Stories;

/// <summary>An article that is being grouped.</summary>
internal sealed class StoryText
{
    private StoryVectors? vectors;

    public StoryText(StoryArticle article)
    {
        Article = article;
        Words = StoryWords.Read(article.Text);
        Sketch = MinHash.Sketch(Words);
    }

    public StoryArticle Article { get; }

    public StoryWords Words { get; }

    /// <summary>For <see cref="MinHash"/>.</summary>
    public ulong[] Sketch { get; }

    /// <summary>It was weighed, and so is among the open texts.</summary>
    public bool IsWeighed => vectors is not null;

    public StoryVectors Vectors => vectors ?? throw new InvalidOperationException("The text was not weighed yet.");

    /// <summary>Mean cosine with the five nearest that came up to the end of the article's day.</summary>
    public double Nearness => Nearest.Mean;

    /// <summary>Cosines with the nearest.</summary>
    public NearestCosines Nearest { get; } = new();

    /// <summary>Place in <see cref="OpenTexts"/>.</summary>
    public int Slot { get; set; }

    /// <summary>Place among the texts of its day, in an order that their arrival has no part in.</summary>
    public int Position { get; set; }

    /// <summary>The story, once the article's day is over.</summary>
    public OpenStory? Story { get; set; }

    /// <summary>Texts that are like this one, and came before it or on an earlier day.</summary>
    public List<TextPair> Pairs { get; } = [];

    /// <summary>The texts that this one repeats almost word for word.</summary>
    public List<StoryText> CopyOf { get; } = [];

    /// <summary>Computes the vectors; a second call computes them anew.</summary>
    public void Weigh(TermStatistics statistics) => vectors = StoryVectors.Of(Words, statistics);
}
