namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>Specifies how one word relates to another, in any of their senses.</summary>
[Flags]
internal enum WordRelation
{
    None = 0,

    /// <summary>They share a sense, or one is derived from the other: "decide" and "decision".</summary>
    Same = 1,

    /// <summary>They are opposites: "beginning" and "end".</summary>
    Opposite = 2,

    /// <summary>The other is a kind of it, or much like it: "city" and "capital".</summary>
    Narrower = 4,

    /// <summary>It is a kind of the other.</summary>
    Broader = 8,

    /// <summary>Both are kinds of the same thing: "month" and "year".</summary>
    Sister = 16,
}
