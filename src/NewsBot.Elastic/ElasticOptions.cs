namespace NewsBot.Elastic;

/// <summary>Represents where and how an index is kept on Elasticsearch. Immutable. It may contain a key: never print it.</summary>
public sealed record ElasticOptions
{
    /// <summary>Specifies the default of <see cref="Index"/>.</summary>
    public const string DefaultIndex = "newsbot";

    /// <summary>Gets the address of the cluster, or of what balances its nodes.</summary>
    public required Uri Url { get; init; }

    /// <summary>Gets the API key, as Elasticsearch encodes it; null: none is sent.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Gets the name of the index of passages; a second one, with <c>-state</c> after the name, keeps one document on what is committed.
    /// </summary>
    public string Index { get; init; } = DefaultIndex;

    /// <summary>
    /// Gets the folder whose lock says which of the processes of a host writes; it is created if missing. The first to open the index
    /// writes; others start from what was committed, and what they add is theirs alone until they end.
    /// </summary>
    public required string LockFolder { get; init; }

    /// <summary>Gets the number of primary shards of a new index, 1 or more; an existing one keeps its number.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Gets the number of copies of each primary shard of a new index, 0 or more.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Gets how long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the size in bytes at which a request of passages is sent; above 0. One passage more may be in it.</summary>
    public int RequestBytes { get; init; } = 5_000_000;

    /// <summary>Gets how often a request is repeated that the engine was too busy for, or did not answer; 0 or more.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Gets the pause before the first repetition, about twice as long before each further one.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    // A record would print its properties, and so the key.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Index = ").Append(Index);
        return true;
    }
}
