using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace NewsBot.Newsroom.Models;

/// <summary>The framework's messages and options as the OpenAI package writes them: text, calls of functions and their results.</summary>
internal static class OpenAiMessages
{
    public static IEnumerable<OpenAI.Chat.ChatMessage> From(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
        {
            yield return new SystemChatMessage(message.Text);
        }
        else if (message.Role == ChatRole.Tool)
        {
            foreach (var result in message.Contents.OfType<FunctionResultContent>()) yield return new ToolChatMessage(result.CallId, result.Result?.ToString() ?? "");
        }
        else if (message.Role == ChatRole.Assistant)
        {
            var calls = message.Contents.OfType<FunctionCallContent>()
                .Select(call => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(Arguments(call)))).ToArray();
            yield return calls.Length > 0 ? new AssistantChatMessage(calls) : new AssistantChatMessage(message.Text);
        }
        else
        {
            yield return new UserChatMessage(message.Text);
        }
    }

    public static ChatCompletionOptions From(ChatOptions? options)
    {
        var completion = new ChatCompletionOptions { Temperature = options?.Temperature, MaxOutputTokenCount = options?.MaxOutputTokens };
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            completion.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        return completion;
    }

    private static string Arguments(FunctionCallContent call)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>()) writer.WriteString(name, value?.ToString());
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
