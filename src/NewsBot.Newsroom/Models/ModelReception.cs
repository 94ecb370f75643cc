using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>Keeps track of what a language model sends, over all rounds of calls and results. For one turn; not thread-safe.</summary>
internal sealed class ModelReception
{
    private const int CharsPerToken = 4;

    private StatementReader reader = new();
    private long reported,
        conversation,
        sent;
    private bool isNextRound;

    /// <summary>
    /// Gets a value indicating whether the model has sent anything, apart from the empty piece with which endpoints begin.
    /// </summary>
    public bool HasSpoken { get; private set; }

    /// <summary>Gets the number of UTF-16 code units that the model wrote.</summary>
    public int Written { get; private set; }

    /// <summary>
    /// Gets a value indicating whether the last content is a call or its result, so that the model was stopped while searching.
    /// </summary>
    public bool IsSearching { get; private set; }

    /// <summary>Gets the tokens read and written; estimated where the endpoint does not report them.</summary>
    public long Tokens => reported > 0 ? reported : (sent + Written) / CharsPerToken;

    /// <summary>Gets a value indicating whether the model wrote anything other than an object of statements.</summary>
    public bool IsMalformed => !IsSearching && (!reader.IsComplete || reader.Malformed > 0);

    /// <summary>Records the first messages sent to the model.</summary>
    public void Send(IEnumerable<ChatMessage> messages)
    {
        conversation = messages.Sum(message => message.Text.Length);
        sent += conversation;
    }

    /// <summary>Takes the next content and returns the statements that it completes.</summary>
    public IReadOnlyList<ModelStatement> Receive(AIContent content)
    {
        if (content is FunctionResultContent result)
        {
            conversation += result.Result?.ToString()?.Length ?? 0;
            isNextRound = true;
            return [];
        }

        HasSpoken |= content is not TextContent { Text.Length: 0 };
        if (isNextRound)
        {
            // Everything is sent again, with the results; text begun before them is not continued.
            (isNextRound, reader) = (false, new StatementReader());
            sent += conversation;
        }

        switch (content)
        {
            case TextContent { Text.Length: > 0 } text:
                IsSearching = false;
                Written += text.Text.Length;
                return reader.Read(text.Text);
            case FunctionCallContent:
                IsSearching = true;
                return [];
            case UsageContent usage:
                reported += usage.Details.TotalTokenCount ?? 0;
                return [];
            default:
                return [];
        }
    }
}
