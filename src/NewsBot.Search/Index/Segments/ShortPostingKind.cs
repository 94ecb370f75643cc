namespace NewsBot.Search.Index.Segments;

/// <summary>The lowest two bits of a posting in a block of fewer than 128; says which bytes follow.</summary>
internal enum ShortPostingKind
{
    /// <summary>Once in the body, not in the headline; nothing follows.</summary>
    OnceInBody,

    /// <summary>Once in the headline, not in the body; nothing follows.</summary>
    OnceInHeadline,

    /// <summary>In the body: a byte follows with how often.</summary>
    InBody,

    /// <summary>Two bytes follow: how often in the body, how often in the headline.</summary>
    InBoth,
}
