using System.Text.Json;

namespace NewsBot.TestSupport;

/// <summary>Represents a request that a scripted connector accepted or rejected.</summary>
/// <param name="At">The time of arrival.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The address.</param>
/// <param name="Conversation">The conversation in the path; null for <c>POST /v3/conversations</c>.</param>
/// <param name="Target">The message in the path, or null.</param>
/// <param name="Authorization">The Authorization header, or null.</param>
/// <param name="Body">The body.</param>
/// <param name="Status">The status of the response; 0 when the connection was dropped.</param>
/// <param name="Taken">Whether the message is now in the conversation.</param>
/// <param name="Id">The id in the response.</param>
public sealed record ConnectorCall(
    DateTimeOffset At,
    string Method,
    Uri Url,
    string? Conversation,
    string? Target,
    string? Authorization,
    JsonElement Body,
    int Status,
    bool Taken,
    string? Id
)
{
    /// <summary>Gets the activity's type.</summary>
    public string? Type => Text("type");

    /// <summary>Returns a member of the body that is a string, or null.</summary>
    public string? Text(string name) =>
        Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
