namespace NewsBot.Newsroom.Questions;

/// <summary>Specifies what kind of thing a question asks for.</summary>
internal enum QuestionKind
{
    /// <summary>Key words, or "tell me about …": any statement on the topic.</summary>
    Topic,

    /// <summary>"What" or "which": a thing.</summary>
    Thing,

    /// <summary>"Who" or "whose": a person or an organisation.</summary>
    Person,

    /// <summary>"Where" or "which city".</summary>
    Place,

    /// <summary>"When", "what time" or "which year".</summary>
    Time,

    /// <summary>"How many", "how much" or "how long".</summary>
    Quantity,

    /// <summary>"Why" or "for what reason".</summary>
    Reason,

    /// <summary>"How did …".</summary>
    Manner,

    /// <summary>"Who is Peskov" or "what is the Kremlin".</summary>
    Definition,

    /// <summary>"What did Ukraine say about …".</summary>
    Speech,

    /// <summary>"Was anyone hurt".</summary>
    YesNo,
}
