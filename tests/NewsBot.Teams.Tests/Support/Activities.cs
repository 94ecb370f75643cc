using System.Text.Json.Nodes;

namespace NewsBot.Teams.Tests.Support;

/// <summary>Creates activities as Teams sends them.</summary>
internal static class Activities
{
    public const string ServiceUrl = "http://127.0.0.1:56150/_connector";
    public const string Bot = "28:newsroom-bot";

    public static JsonObject Message(
        string text = "where was Putin?",
        string? id = null,
        string conversation = "chat-1",
        string kind = "personal"
    ) =>
        new()
        {
            ["type"] = "message",
            ["id"] = id ?? Guid.NewGuid().ToString(),
            ["timestamp"] = "2026-11-21T08:00:00.000Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = "29:alex",
                ["name"] = "Alex Wilber",
                ["aadObjectId"] = "alex-object",
            },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Newsroom" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = kind,
                ["tenantId"] = "tenant-1",
            },
            ["text"] = text,
            ["textFormat"] = "plain",
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
        };

    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        activity[name] = value;
        return activity;
    }

    public static JsonObject Mentioning(this JsonObject activity, params (string Id, string Name)[] people) =>
        activity.With(
            "entities",
            new JsonArray([
                .. people.Select(p =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["type"] = "mention",
                            ["mentioned"] = new JsonObject { ["id"] = p.Id, ["name"] = p.Name },
                            ["text"] = $"<at>{p.Name}</at>",
                        }
                ),
            ])
        );

    public static JsonObject Invoke(string name, JsonNode value, string conversation = "chat-1", string? replyToId = null)
    {
        var activity = Message(conversation: conversation).With("type", "invoke").With("name", name).With("value", value);
        activity.Remove("text");
        if (replyToId is not null)
            activity["replyToId"] = replyToId;
        return activity;
    }
}
