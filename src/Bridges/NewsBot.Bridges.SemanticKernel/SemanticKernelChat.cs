using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using NewsBot.Bridges.SemanticKernel.Chat;
using NewsBot.Bridges.SemanticKernel.Plugin;

namespace NewsBot.Bridges.SemanticKernel;

/// <summary>
/// A model behind an agent of Semantic Kernel: the agent sends the conversation, invokes the tools that the caller gave with the request, and
/// asks again until the model writes. What the model writes is not checked here: grounding and citations are the caller's.
/// </summary>
/// <remarks>
/// Tools that the caller only declares are offered too, and their calls come back to it. Each request has a kernel of its own, so that no tool
/// of one reader's question is there for another's. Thread-safe.
/// </remarks>
/// <param name="model">Any model; disposed with this.</param>
public sealed class SemanticKernelChat(IChatClient model) : IChatClient
{
    private const string Agent = "newsbot";

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var given = messages.ToList();
        var declared = (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Where(tool => tool is not AIFunction).ToList();
        var agent = NewAgent(AgentMessages.Instructions(given), declared, options);
        var usage = new UsageDetails();
        await foreach (var item in agent.InvokeStreamingAsync(AgentMessages.Conversation(given), null, null, cancellationToken).ConfigureAwait(false))
        {
            if (item.Message.Content is { Length: > 0 } text)
                yield return new ChatResponseUpdate(ChatRole.Assistant, text);
            foreach (var call in item.Message.Items.OfType<StreamingFunctionCallUpdateContent>().Where(call => declared.Any(tool => tool.Name == call.Name)))
                yield return new ChatResponseUpdate(ChatRole.Assistant, [AgentMessages.Call(call)]);
            if (item.Message.Metadata?.GetValueOrDefault("Usage") is not UsageContent round)
                continue;

            // Of all rounds so far: the caller counts what the last update says.
            usage.Add(round.Details);
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Copy(usage))]);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : model.GetService(serviceType, serviceKey);
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private ChatCompletionAgent NewAgent(string instructions, List<AIFunctionDeclaration> declared, ChatOptions? options)
    {
        var kernel = NewsroomKernel.Create(new BareToolNames(model, declared));
        var invocable = (options?.Tools ?? []).OfType<AIFunction>().Select(tool => tool.AsKernelFunction()).ToList();
        if (invocable.Count > 0)
            kernel.Plugins.AddFromFunctions(ArchivePlugin.Name, invocable);
        return new ChatCompletionAgent
        {
            Name = Agent,
            Instructions = instructions,
            Kernel = kernel,
            Arguments = new KernelArguments(new PromptExecutionSettings
            {
                FunctionChoiceBehavior = invocable.Count > 0 ? FunctionChoiceBehavior.Auto() : null,
                ExtensionData = Settings(options),
            }),
        };
    }

    private static Dictionary<string, object> Settings(ChatOptions? options)
    {
        var settings = new Dictionary<string, object>(StringComparer.Ordinal);
        if (options?.Temperature is { } temperature)
            settings["temperature"] = temperature;
        if (options?.MaxOutputTokens is { } tokens)
            settings["max_tokens"] = tokens;
        return settings;
    }

    private static UsageDetails Copy(UsageDetails usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    };
}
