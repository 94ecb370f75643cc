namespace NewsBot.Newsroom.Questions;

/// <summary>A question as it comes in from a channel.</summary>
public sealed record QuestionRequest
{
    /// <summary>The longest question that is read, in UTF-16 code units.</summary>
    public const int MaxChars = 2000;

    /// <summary>The words of the person who asks.</summary>
    public required string Text { get; init; }

    /// <summary>Articles published after this day (UTC) are not seen; null: all are.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The channel's key of the conversation that the question belongs to; null: a question on its own.</summary>
    public string? Conversation { get; init; }

    /// <summary>
    /// The account in the language model's budget that pays for the answer: a team in Teams, a server on Discord; a chat or direct channel outside of these has an
    /// account of its own, and the pages and the HTTP API have one together. Null: none in particular; all of these share one.
    /// </summary>
    public string? BudgetAccount { get; init; }

    /// <summary>Lets the answer use, marked, what is under embargo: for staff of a desk with the right. Default: false.</summary>
    public bool SeesEmbargoed { get; init; }

    /// <summary>Answers in the articles' own sentences, even where a model may write. Default: false.</summary>
    public bool WithoutModel { get; init; }
}
