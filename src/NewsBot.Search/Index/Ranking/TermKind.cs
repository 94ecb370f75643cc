namespace NewsBot.Search.Index.Ranking;

/// <summary>What a term of a query is.</summary>
internal enum TermKind
{
    /// <summary>Any word.</summary>
    Plain,

    /// <summary>Part of a name.</summary>
    Name,

    /// <summary>What the question asks for: "country" in "which country".</summary>
    AskedKind,
}
