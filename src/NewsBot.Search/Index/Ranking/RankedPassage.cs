using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Represents a candidate with the composition of its score.</summary>
internal sealed class RankedPassage
{
    /// <summary>Gets the passage.</summary>
    public required Candidate Candidate { get; init; }

    /// <summary>Gets the BM25F score of the query's terms.</summary>
    public required double Terms { get; init; }

    /// <summary>Gets the signals, by <see cref="Sign"/>; empty for a passage that was not ranked again.</summary>
    public double[] Signs { get; init; } = [];

    /// <summary>Gets the number of its body in the ranking's <see cref="ReadTexts"/>.</summary>
    public int Body { get; init; }

    /// <summary>Gets the number of its headline in the ranking's <see cref="ReadTexts"/>.</summary>
    public int Headline { get; init; }

    /// <summary>Gets or sets the final score.</summary>
    public double Score { get; set; }
}
