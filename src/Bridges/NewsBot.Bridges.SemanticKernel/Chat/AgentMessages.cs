using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace NewsBot.Bridges.SemanticKernel.Chat;

/// <summary>Messages of the framework's contract as those of Semantic Kernel, and back.</summary>
internal static class AgentMessages
{
    /// <summary>What the agent is told before everything else.</summary>
    public static string Instructions(IReadOnlyList<ChatMessage> messages) =>
        string.Join("\n\n", messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text));

    /// <summary>The conversation without the instructions.</summary>
    public static List<ChatMessageContent> Conversation(IReadOnlyList<ChatMessage> messages)
    {
        var conversation = new List<ChatMessageContent>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in messages.Where(message => message.Role != ChatRole.System))
        {
            var converted = new ChatMessageContent { Role = new AuthorRole(message.Role.Value) };
            foreach (var content in message.Contents)
            {
                switch (content)
                {
                    case Microsoft.Extensions.AI.TextContent text:
                        converted.Items.Add(new Microsoft.SemanticKernel.TextContent(text.Text));
                        break;
                    case FunctionCallContent call:
                        names[call.CallId] = call.Name;
                        converted.Items.Add(new Microsoft.SemanticKernel.FunctionCallContent(call.Name, null, call.CallId, call.Arguments is null ? null : new KernelArguments(call.Arguments)));
                        break;
                    case FunctionResultContent result:
                        converted.Items.Add(new Microsoft.SemanticKernel.FunctionResultContent(names.GetValueOrDefault(result.CallId), null, result.CallId, result.Result));
                        break;
                }
            }

            conversation.Add(converted);
        }

        return conversation;
    }

    /// <summary>A call that the caller has to make itself; its arguments came in one piece.</summary>
    public static FunctionCallContent Call(StreamingFunctionCallUpdateContent call) =>
        new(call.CallId ?? call.Name!, call.Name!, call.Arguments is { Length: > 0 } arguments ? Arguments(arguments) : null);

    private static Dictionary<string, object?> Arguments(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(
            property => property.Name, object? (property) => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText());
    }
}
