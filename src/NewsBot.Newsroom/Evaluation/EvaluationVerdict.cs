namespace NewsBot.Newsroom.Evaluation;

/// <summary>Specifies how an answer compares with what is known.</summary>
public enum EvaluationVerdict
{
    /// <summary>Answered right, with a right source cited.</summary>
    Right,

    /// <summary>Answered in the right words, without citing any of the right sources.</summary>
    WrongSource,

    /// <summary>Answered, but not right.</summary>
    Wrong,

    /// <summary>Declined, although the articles answer the question.</summary>
    FalseRefusal,

    /// <summary>Declined, and rightly.</summary>
    Declined,

    /// <summary>Answered, although the articles do not answer the question: the worst outcome.</summary>
    FalseAnswer,
}
