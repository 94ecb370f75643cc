namespace NewsBot.Newsroom.Answers;

/// <summary>Specifies how a message ended. All but <see cref="Invalid"/> are successes.</summary>
public enum Outcome
{
    /// <summary>The articles answer the question.</summary>
    Answered,

    /// <summary>The articles do not answer the question, or it contains nothing to look for.</summary>
    NotFound,

    /// <summary>The message asks for a list of passages, which is not an answer.</summary>
    Sources,

    /// <summary>The message is not a question but, for example, a greeting, thanks or a text to check.</summary>
    Reply,

    /// <summary>The message cannot be read: it is empty or too long, or contains an unreadable filter.</summary>
    Invalid,
}
