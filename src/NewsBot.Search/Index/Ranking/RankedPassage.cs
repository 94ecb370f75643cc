using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index.Ranking;

/// <summary>A candidate with what its score is made of.</summary>
internal sealed class RankedPassage
{
    /// <summary>The passage.</summary>
    public required Candidate Candidate { get; init; }

    /// <summary>BM25F of the query's terms.</summary>
    public required double Terms { get; init; }

    /// <summary>The signs, by <see cref="Sign"/>; empty for a passage that was not ranked again.</summary>
    public double[] Signs { get; init; } = [];

    /// <summary>Its body in the ranking's <see cref="ReadTexts"/>.</summary>
    public int Body { get; init; }

    /// <summary>Its headline in the ranking's <see cref="ReadTexts"/>.</summary>
    public int Headline { get; init; }

    /// <summary>The final score.</summary>
    public double Score { get; set; }
}
