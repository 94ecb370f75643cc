namespace NewsBot.Newsroom.Questions;

/// <summary>Specifies what a quantity is counted or measured in.</summary>
internal enum QuantityUnit
{
    /// <summary>Things, which the focus of the question names.</summary>
    Count,
    Money,
    Duration,
    Age,
    Distance,
    Share,
    Frequency,

    /// <summary>A number with any unit of measure: "how high", "how fast", "how hot".</summary>
    Measure,

    /// <summary>Any number: "what was the score".</summary>
    Number,
}
