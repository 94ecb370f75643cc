using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsBot.Bridges.SemanticKernel.Plugin;

namespace NewsBot.Bridges.SemanticKernel.Chat;

/// <summary>
/// Stands between the kernel and the model. The kernel puts a plugin's name before the names of its functions; prompts, and models, know them
/// without. Also offers the model what the caller declared without being able to run it: such calls leave the kernel as they are.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="declared">Offered besides the kernel's functions.</param>
internal sealed class BareToolNames(IChatClient model, IReadOnlyList<AIFunctionDeclaration> declared) : DelegatingChatClient(model)
{
    private const string Prefix = ArchivePlugin.Name + "_";

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = options?.Clone() ?? new ChatOptions();
        var own = (options?.Tools ?? []).OfType<AIFunctionDeclaration>().ToList();
        asked.Tools = own.Count + declared.Count == 0 ? null : [.. own.Select(tool => new Renamed(tool, Bare(tool.Name))), .. declared];
        await foreach (var update in base.GetStreamingResponseAsync(messages.Select(Bare), asked, cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < update.Contents.Count; i++)
            {
                if (update.Contents[i] is FunctionCallContent call && own.Any(tool => tool.Name == Prefix + call.Name))
                    update.Contents[i] = new FunctionCallContent(call.CallId, Prefix + call.Name, call.Arguments);
            }

            yield return update;
        }
    }

    private static string Bare(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;

    private static ChatMessage Bare(ChatMessage message)
    {
        if (!message.Contents.OfType<FunctionCallContent>().Any(call => call.Name != Bare(call.Name)))
            return message;
        var bare = message.Clone();
        bare.Contents = [.. message.Contents.Select(content => content is FunctionCallContent call ? new FunctionCallContent(call.CallId, Bare(call.Name), call.Arguments) : content)];
        return bare;
    }

    private sealed class Renamed(AIFunctionDeclaration tool, string name) : AIFunctionDeclaration
    {
        public override string Name => name;

        public override string Description => tool.Description;

        public override JsonElement JsonSchema => tool.JsonSchema;
    }
}
