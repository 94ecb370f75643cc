namespace NewsBot.Newsroom.Evaluation;

/// <summary>How an answer compares with what is known.</summary>
public enum EvaluationVerdict
{
    /// <summary>Answered right, and a right source is cited.</summary>
    Right,

    /// <summary>The words are right; none of the right sources is cited.</summary>
    WrongSource,

    /// <summary>Answered, and not right.</summary>
    Wrong,

    /// <summary>Declined although the articles answer it.</summary>
    FalseRefusal,

    /// <summary>Declined, and rightly.</summary>
    Declined,

    /// <summary>Answered although the articles do not answer it: the worst outcome.</summary>
    FalseAnswer,
}
