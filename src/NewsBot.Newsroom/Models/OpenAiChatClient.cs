using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// <see cref="IChatClient"/> over the OpenAI package, for any endpoint that speaks its chat completions: streaming, tools, usage, cancellation.
/// The package that does this for the framework is not on every feed. Failures are <see cref="ModelException"/>s. Thread-safe.
/// </summary>
public sealed class OpenAiChatClient : IChatClient
{
    private readonly ChatClient client;

    /// <summary>A client of one model.</summary>
    /// <param name="options">Endpoint, key and name.</param>
    /// <param name="http">Sends the requests; null: one of its own.</param>
    public OpenAiChatClient(ModelOptions options, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            // Retries and patience belong to the caller, which knows how long a reader waits.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.Patience + TimeSpan.FromSeconds(5),
        };
        if (http is not null) settings.Transport = new HttpClientPipelineTransport(http);
        client = new ChatClient(options.Name, new ApiKeyCredential(options.ApiKey ?? "none"), settings);
    }

    /// <inheritdoc />
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)) updates.Add(update);
        return updates.ToChatResponse();
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var stream = client.CompleteChatStreamingAsync(messages.SelectMany(OpenAiMessages.From), OpenAiMessages.From(options), cancellationToken);
        await using var updates = stream.GetAsyncEnumerator(cancellationToken);
        var calls = new SortedDictionary<int, (string? Id, string? Name, StringBuilder Arguments)>();
        while (await NextAsync(updates, cancellationToken).ConfigureAwait(false))
        {
            var update = updates.Current;
            foreach (var part in update.ToolCallUpdates)
            {
                var known = calls.TryGetValue(part.Index, out var call) ? call : (Id: null, Name: null, Arguments: new StringBuilder());
                if (part.FunctionArgumentsUpdate is { } arguments) known.Arguments.Append(arguments.ToMemory().IsEmpty ? "" : arguments.ToString());
                calls[part.Index] = (part.ToolCallId ?? known.Id, part.FunctionName ?? known.Name, known.Arguments);
            }

            if (update.RefusalUpdate is { Length: > 0 }) throw new ModelException(ModelFailure.Declined, "The model declined to answer.");
            if (update.FinishReason == OpenAI.Chat.ChatFinishReason.ContentFilter) throw new ModelException(ModelFailure.Declined, "The endpoint's filter stopped the model.");
            var text = string.Concat(update.ContentUpdate.Select(part => part.Text));
            if (text.Length > 0) yield return new ChatResponseUpdate(ChatRole.Assistant, text);
            if (update.Usage is { } usage)
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails
                {
                    InputTokenCount = usage.InputTokenCount,
                    OutputTokenCount = usage.OutputTokenCount,
                    TotalTokenCount = usage.TotalTokenCount,
                })]);
            }

            if (update.FinishReason is { } reason) yield return new ChatResponseUpdate(ChatRole.Assistant, (string?)null) { FinishReason = new Microsoft.Extensions.AI.ChatFinishReason(reason.ToString().ToLowerInvariant()) };
        }

        foreach (var (id, name, arguments) in calls.Values)
        {
            if (name is not null) yield return new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent(id ?? name, name, Parse(arguments.ToString()))]);
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<StreamingChatCompletionUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (OpenAiFailures.Translate(failure, cancellationToken) is { } known)
        {
            throw known;
        }
    }

    private static Dictionary<string, object?>? Parse(string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments.Length == 0 ? "{}" : arguments);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null : document.RootElement.EnumerateObject()
                .ToDictionary(property => property.Name, object? (property) => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText());
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
