using System.Text.Json.Nodes;

namespace NewsBot.Teams.Wire;

/// <summary>What the connector answers to a post.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; init; }
    public string? ActivityId { get; init; }
}

/// <summary>Body of <c>POST /v3/conversations</c>: a chat with one person, or a new thread of a channel.</summary>
internal sealed record ConversationParameters
{
    public bool? IsGroup { get; init; }
    public ChannelAccount? Bot { get; init; }
    public IReadOnlyList<ChannelAccount>? Members { get; init; }
    public string? TenantId { get; init; }
    public ChannelData? ChannelData { get; init; }
    public Activity? Activity { get; init; }
}

/// <summary>The answer to an invoke <c>adaptiveCard/action</c>.</summary>
internal sealed record CardActionResponse(int StatusCode, string Type, JsonNode Value);

/// <summary>The answer to an invoke <c>message/fetchTask</c>.</summary>
internal sealed record TaskModuleResponse(TaskModuleContinue Task);

/// <summary>Shows a dialog.</summary>
internal sealed record TaskModuleContinue(string Type, TaskModuleInfo Value);

/// <summary>The dialog with its card.</summary>
internal sealed record TaskModuleInfo(string Title, string Height, string Width, Attachment Card);
