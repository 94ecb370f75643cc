namespace NewsBot.Newsroom.Answers;

/// <summary>How a message ended. All but <see cref="Invalid"/> are successes.</summary>
public enum Outcome
{
    /// <summary>The articles answer it.</summary>
    Answered,

    /// <summary>The articles do not answer it, or there is nothing in it to look for.</summary>
    NotFound,

    /// <summary>It asks for a list of passages: that is not an answer either.</summary>
    Sources,

    /// <summary>It is not a question: a greeting, thanks, help.</summary>
    Reply,

    /// <summary>It cannot be asked: it is empty, or too long.</summary>
    Invalid,
}
