using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Tests.Models;

/// <summary>A model that does one thing after the other, and remembers what it was asked.</summary>
internal sealed class ScriptedModel(params Func<IReadOnlyList<ChatMessage>, AIContent[]>[] script) : IChatClient
{
    /// <summary>Messages and options of each request.</summary>
    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Requests { get; } = [];

    public static Func<IReadOnlyList<ChatMessage>, AIContent[]> Calls(string name, params (string Name, object? Value)[] arguments) =>
        _ => [new FunctionCallContent($"call-{name}", name, arguments.ToDictionary(pair => pair.Name, pair => pair.Value)), Usage(100)];

    public static Func<IReadOnlyList<ChatMessage>, AIContent[]> Writes(params string[] pieces) =>
        _ => [.. pieces.Select(AIContent (piece) => new TextContent(piece)), Usage(10)];

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask;
        var asked = messages.ToList();
        Requests.Add((asked, options));
        foreach (var content in script[Math.Min(Requests.Count, script.Length) - 1](asked))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    /// <summary>What the functions returned, in the last request.</summary>
    public IEnumerable<string> Results =>
        Requests[^1].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => $"{result.Result}");

    /// <summary>Names of the tools that were offered with a request.</summary>
    public IEnumerable<string> Tools(int request) => (Requests[request].Options?.Tools ?? []).Select(tool => tool.Name);

    private static UsageContent Usage(int tokens) => new(new UsageDetails { TotalTokenCount = tokens });
}
