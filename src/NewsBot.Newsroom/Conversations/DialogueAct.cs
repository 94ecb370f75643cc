namespace NewsBot.Newsroom.Conversations;

/// <summary>What a message is, besides a question.</summary>
internal enum DialogueAct
{
    /// <summary>Something to look for in the articles.</summary>
    Question,

    /// <summary>Nothing but white space.</summary>
    Empty,

    /// <summary>Longer than a question may be.</summary>
    TooLong,

    /// <summary>No letter and no digit: emoji, punctuation.</summary>
    Wordless,

    /// <summary>Program text without a question.</summary>
    Code,
    Greeting,
    Farewell,
    Thanks,
    Help,

    /// <summary>"sources drone": the articles that mention it.</summary>
    Sources,
    Digest,
}
