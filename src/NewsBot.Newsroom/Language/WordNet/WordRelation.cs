namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>How one word stands to another, in any of their senses.</summary>
[Flags]
internal enum WordRelation
{
    None = 0,

    /// <summary>They share a sense, or one is derived from the other: "decide", "decision".</summary>
    Same = 1,

    /// <summary>"Beginning", "end".</summary>
    Opposite = 2,

    /// <summary>The other is a kind of it, or much like it: "city", "capital".</summary>
    Narrower = 4,

    /// <summary>It is a kind of the other.</summary>
    Broader = 8,

    /// <summary>Both are kinds of the same: "month", "year".</summary>
    Sister = 16,
}
