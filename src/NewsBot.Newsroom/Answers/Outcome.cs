namespace NewsBot.Newsroom.Answers;

/// <summary>How a question ended.</summary>
public enum Outcome
{
    /// <summary>The articles answer it.</summary>
    Answered,

    /// <summary>The articles do not answer it.</summary>
    NotFound,

    /// <summary>It cannot be asked: it is empty, or too long.</summary>
    Invalid,
}
