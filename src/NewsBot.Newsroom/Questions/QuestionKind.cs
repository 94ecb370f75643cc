namespace NewsBot.Newsroom.Questions;

/// <summary>What kind of thing a question asks for.</summary>
internal enum QuestionKind
{
    /// <summary>Key words, "tell me about …": any statement on the topic.</summary>
    Topic,

    /// <summary>"what", "which": a thing.</summary>
    Thing,

    /// <summary>"who", "whose": a person or an organisation.</summary>
    Person,

    /// <summary>"where", "which city".</summary>
    Place,

    /// <summary>"when", "what time", "which year".</summary>
    Time,

    /// <summary>"how many", "how much", "how long".</summary>
    Quantity,

    /// <summary>"why", "for what reason".</summary>
    Reason,

    /// <summary>"how did …".</summary>
    Manner,

    /// <summary>"who is Peskov", "what is the Kremlin".</summary>
    Definition,

    /// <summary>"what did Ukraine say about …".</summary>
    Speech,

    /// <summary>"was anyone hurt".</summary>
    YesNo,
}
