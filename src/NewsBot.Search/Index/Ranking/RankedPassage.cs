using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index.Ranking;

/// <summary>A candidate with what each sign adds to its score.</summary>
internal sealed record RankedPassage
{
    /// <summary>The passage.</summary>
    public required Candidate Candidate { get; init; }

    /// <summary>BM25F of the query's terms.</summary>
    public required double Terms { get; init; }

    /// <summary>Neighbouring terms.</summary>
    public double Proximity { get; init; }

    /// <summary>Standing early.</summary>
    public double Lead { get; init; }

    /// <summary>The article around.</summary>
    public double Article { get; init; }

    /// <summary>The headline.</summary>
    public double Headline { get; init; }

    /// <summary>The date.</summary>
    public double Recency { get; init; }

    /// <summary>Terms fed back.</summary>
    public double Feedback { get; init; }

    /// <summary>Beyond the depth of ranking, where <see cref="Tail"/> is the score.</summary>
    public bool IsTail { get; init; }

    /// <summary>The score of a passage that was not ranked again.</summary>
    public double Tail { get; init; }

    /// <summary>The sum; above 0.</summary>
    public double Score => IsTail ? Tail : Terms + Proximity + Lead + Article + Headline + Recency + Feedback;
}
