using System.Text.Json.Nodes;

namespace NewsBot.Teams.Wire;

/// <summary>Represents the answer to an invoke <c>adaptiveCard/action</c>.</summary>
internal sealed record CardActionResponse(int StatusCode, string Type, JsonNode Value);

/// <summary>Represents the answer to an invoke <c>message/fetchTask</c>.</summary>
internal sealed record TaskModuleResponse(TaskModuleContinue Task);

/// <summary>Represents the instruction to show a dialog.</summary>
internal sealed record TaskModuleContinue(string Type, TaskModuleInfo Value);

/// <summary>Represents the dialog with its card.</summary>
internal sealed record TaskModuleInfo(string Title, string Height, string Width, Attachment Card);
