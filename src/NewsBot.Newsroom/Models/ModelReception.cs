using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>What came of a request to the model, over all rounds of calls and results. For one turn; not thread-safe.</summary>
internal sealed class ModelReception
{
    private const int CharsPerToken = 4;

    private StatementReader reader = new();
    private long reported, conversation, sent;
    private bool isNextRound;

    /// <summary>Whether the model has sent anything; the empty piece with which endpoints begin, before it writes, does not count.</summary>
    public bool HasSpoken { get; private set; }

    /// <summary>UTF-16 code units that the model wrote.</summary>
    public int Written { get; private set; }

    /// <summary>Whether the last that came is a call, or its result: the model was stopped while it searched.</summary>
    public bool IsSearching { get; private set; }

    /// <summary>Tokens read and written; estimated where the endpoint does not report them.</summary>
    public long Tokens => reported > 0 ? reported : (sent + Written) / CharsPerToken;

    /// <summary>Whether it wrote something else than an object of statements.</summary>
    public bool IsMalformed => !IsSearching && (!reader.IsComplete || reader.Malformed > 0);

    /// <summary>Notes what the model is sent at first.</summary>
    public void Send(IEnumerable<ChatMessage> messages)
    {
        conversation = messages.Sum(message => message.Text.Length);
        sent += conversation;
    }

    /// <summary>Takes what came next, and returns the statements that it completes.</summary>
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
            // All is sent again, with the results; what was begun to be written before them is not gone on with.
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
