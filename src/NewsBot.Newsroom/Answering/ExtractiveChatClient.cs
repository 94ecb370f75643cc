using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// Provides the composer as a chat client: answers the user's last message in the articles' own sentences, with citation numbers, and
/// without a network. Earlier user messages complete a follow-up; everything else in the conversation, including instructions and tools, is
/// ignored. Thread-safe.
/// </summary>
/// <param name="answer">Answers a question.</param>
internal sealed class ExtractiveChatClient(Func<QuestionRequest, CancellationToken, Task<Answer>> answer) : IChatClient
{
    private static readonly ChatClientMetadata Metadata = new("newsbot", providerUri: null, Answer.Extractive);

    /// <inheritdoc />
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var understood = "";
        foreach (var message in messages.Where(message => message.Role == ChatRole.User))
            understood = understood.Length == 0 ? message.Text : FollowUp.Complete(message.Text, understood);
        var written = await answer(
                new QuestionRequest
                {
                    Text = understood,
                    WithoutModel = true,
                    Desk = null,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, written.Text) { RawRepresentation = written })
        {
            ModelId = Answer.Extractive,
            FinishReason = ChatFinishReason.Stop,
            RawRepresentation = written,
        };
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
            yield return update;
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        return serviceType == typeof(ChatClientMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc />
    public void Dispose() { }
}
