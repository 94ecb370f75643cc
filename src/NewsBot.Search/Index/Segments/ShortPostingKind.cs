namespace NewsBot.Search.Index.Segments;

/// <summary>Specifies the lowest two bits of a posting in a block of fewer than 128; they determine which bytes follow.</summary>
internal enum ShortPostingKind
{
    /// <summary>Once in the body, not in the headline; nothing follows.</summary>
    OnceInBody,

    /// <summary>Once in the headline, not in the body; nothing follows.</summary>
    OnceInHeadline,

    /// <summary>In the body only: a byte with the frequency follows.</summary>
    InBody,

    /// <summary>Two bytes follow: the frequencies in body and headline.</summary>
    InBoth,
}
