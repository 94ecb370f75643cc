namespace NewsBot.Newsroom.Questions;

/// <summary>What a quantity is counted or measured in.</summary>
internal enum QuantityUnit
{
    /// <summary>Things: the focus of the question names them.</summary>
    Count,
    Money,
    Duration,
    Age,
    Distance,
    Share,
    Frequency,

    /// <summary>"How high", "how fast", "how hot": a number with any unit of measure.</summary>
    Measure,

    /// <summary>Any number: "what was the score".</summary>
    Number,
}
