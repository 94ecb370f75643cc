using System.Text.Json.Nodes;

namespace NewsBot.TestSupport;

/// <summary>
/// Provides activities as Teams sends them, one of each kind that a bot meets (Bot Framework activity schema; "Events in Teams", Microsoft
/// documentation). The names are those of the samples in the shared folder.
/// </summary>
public static class ConnectorActivities
{
    private const string Tenant = "0f6b2d1c-72b5-4a0e-9c59-3d3f4c1e9a01";
    private const string Bot = "28:newsbot";
    private const string Group = "19:newsroom@thread.v2";
    private const string Team = "19:team@thread.tacv2";
    private const string Channel = "19:desk@thread.tacv2";

    private static readonly Dictionary<string, Func<JsonObject>> Known = new(StringComparer.Ordinal)
    {
        ["message-personal"] = () => Message("where was Putin?", Personal()),
        ["message-mention-groupChat"] = () => Mentioning(Message("<at>NewsBot</at> where was Putin?", InGroup())),
        ["message-mention-channel"] = () =>
            Mentioning(Message("<at>NewsBot</at> where was Putin?", InChannel(Channel + ";messageid=1700000000001"))),
        ["message-mention-threadreply-channel"] = () =>
            Mentioning(Message("<at>NewsBot</at> and when?", InChannel(Channel + ";messageid=1700000000002"))),
        ["message-submit-personal"] = Submitted,
        ["installationUpdate-add-personal"] = () => Installation("add", Personal()),
        ["installationUpdate-add-groupChat"] = () => Installation("add", InGroup()),
        ["installationUpdate-add-channel"] = () => Installation("add", InChannel(Team)),
        ["installationUpdate-remove-personal"] = () => Installation("remove", Personal()),
        ["conversationUpdate-membersAdded-personal"] = () => Update(Personal(), null, Bot),
        ["conversationUpdate-membersAdded-groupChat"] = () => Update(InGroup(), null, Bot, "29:alex"),
        ["conversationUpdate-teamMemberAdded-channel"] = () => Update(InChannel(Team), "teamMemberAdded", "29:ana"),
        ["conversationUpdate-teamRenamed-channel"] = () => Update(InChannel(Team), "teamRenamed"),
        ["conversationUpdate-channelCreated-channel"] = () => Update(InChannel(Team), "channelCreated"),
        ["messageReaction-channel"] = Reaction,
        ["invoke-adaptiveCard_action-personal"] = () =>
            Invoke(
                "adaptiveCard/action",
                """{"action":{"type":"Action.Execute","title":"Refresh","verb":"refresh","data":{"topic":"drones"}},"trigger":"manual"}"""
            ),
        ["invoke-message_submitAction-personal"] = () =>
            Invoke("message/submitAction", """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"good"}}"""),
    };

    /// <summary>Gets the names of all activities.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Returns a new activity with this name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="serviceUrl">The address for replies.</param>
    public static JsonObject Of(string name, string serviceUrl)
    {
        var activity = Known[name]();
        activity["serviceUrl"] = serviceUrl;
        return activity;
    }

    private static JsonObject Activity(string type, JsonObject conversation)
    {
        var channelData = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = Tenant },
            ["source"] = new JsonObject { ["name"] = "message" },
        };
        if (conversation["conversationType"]!.GetValue<string>() == "channel")
        {
            channelData["team"] = new JsonObject { ["id"] = Team, ["name"] = "Newsroom" };
            channelData["channel"] = new JsonObject { ["id"] = Channel };
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString(),
            ["timestamp"] = "2026-11-21T08:22:30.963Z",
            ["localTimestamp"] = "2026-11-21T09:22:30.963+01:00",
            ["localTimezone"] = "Europe/Berlin",
            ["channelId"] = "msteams",
            ["from"] = new JsonObject
            {
                ["id"] = "29:alex",
                ["name"] = "Alex",
                ["aadObjectId"] = "6b2f4f3e-7f0f-4a5e-8f6e-0d1c2b3a4f5e",
            },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "NewsBot" },
            ["conversation"] = conversation,
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "clientInfo",
                    ["locale"] = "en-GB",
                    ["country"] = "GB",
                    ["platform"] = "Web",
                    ["timezone"] = "Europe/London",
                }
            ),
            ["channelData"] = channelData,
        };
    }

    private static JsonObject Personal() =>
        new()
        {
            ["conversationType"] = "personal",
            ["tenantId"] = Tenant,
            ["id"] = "a:1lQ7chatWithAlex",
        };

    private static JsonObject InGroup() =>
        new()
        {
            ["isGroup"] = true,
            ["conversationType"] = "groupChat",
            ["tenantId"] = Tenant,
            ["id"] = Group,
        };

    private static JsonObject InChannel(string id) =>
        new()
        {
            ["isGroup"] = true,
            ["conversationType"] = "channel",
            ["tenantId"] = Tenant,
            ["id"] = id,
        };

    private static JsonObject Message(string text, JsonObject conversation)
    {
        var activity = Activity("message", conversation);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    private static JsonObject Mentioning(JsonObject activity)
    {
        activity["entities"]!
            .AsArray()
            .Insert(
                0,
                new JsonObject
                {
                    ["type"] = "mention",
                    ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "NewsBot" },
                    ["text"] = "<at>NewsBot</at>",
                }
            );
        return activity;
    }

    /// <summary>Returns the button of a card on a client without universal actions: a message with a value and without text.</summary>
    private static JsonObject Submitted()
    {
        var activity = Activity("message", Personal());
        activity["replyToId"] = "1700000000003";
        activity["value"] = new JsonObject { ["act"] = "follow", ["topic"] = "drones" };
        return activity;
    }

    private static JsonObject Installation(string action, JsonObject conversation)
    {
        var activity = Activity("installationUpdate", conversation);
        activity["action"] = action;
        return activity;
    }

    private static JsonObject Update(JsonObject conversation, string? eventType, params string[] members)
    {
        var activity = Activity("conversationUpdate", conversation);
        if (members.Length > 0)
            activity["membersAdded"] = new JsonArray([.. members.Select(member => new JsonObject { ["id"] = member })]);
        if (eventType is not null)
            activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    private static JsonObject Reaction()
    {
        var activity = Activity("messageReaction", InChannel(Channel));
        activity["replyToId"] = "1700000000004";
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        return activity;
    }

    private static JsonObject Invoke(string name, string value)
    {
        var activity = Activity("invoke", Personal());
        activity["name"] = name;
        activity["value"] = JsonNode.Parse(value);
        return activity;
    }
}
