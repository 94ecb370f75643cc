using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Questions;

/// <summary>Represents a question as it comes in from a channel. Immutable.</summary>
public sealed record QuestionRequest
{
    /// <summary>Specifies the longest question that is read, in UTF-16 code units.</summary>
    public const int MaxChars = 2000;

    /// <summary>Gets the reader's words.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Gets the day (UTC) as of which the question is answered: articles published later are left out. Null for all articles.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Gets the channel's key of the conversation that the question belongs to; null for a question by itself.</summary>
    public string? Conversation { get; init; }

    /// <summary>
    /// Gets the account in the language model's budget that pays for the answer: a team in Teams, a server on Discord;
    /// a chat or direct channel outside these has its own account, and the pages and the HTTP API share one. Null for
    /// no particular account; all such questions share one.
    /// </summary>
    public string? BudgetAccount { get; init; }

    /// <summary>
    /// Gets a value indicating whether the answer may use articles under embargo, marked as such: for staff of a desk
    /// with this right. Default: false.
    /// </summary>
    public bool SeesEmbargoed { get; init; }

    /// <summary>Gets the desk that asks, whose articles alone are seen; null for a reader who sees those of all desks.</summary>
    public required Desk? Desk { get; init; }

    /// <summary>Gets who asks; null for questions of the program itself, which are not recorded in the audit log.</summary>
    public AuditActor? AskedBy { get; init; }

    /// <summary>
    /// Gets a value indicating whether the question is asked again only to show its answer, which is not recorded a second time. Default:
    /// false.
    /// </summary>
    public bool IsRepeated { get; init; }

    /// <summary>
    /// Gets a value indicating whether to answer in the articles' own sentences even where a language model may write. Default: false.
    /// </summary>
    public bool WithoutModel { get; init; }
}
