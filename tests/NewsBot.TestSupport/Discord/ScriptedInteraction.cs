using System.Text.Json.Nodes;

namespace NewsBot.TestSupport.Discord;

/// <summary>Represents an action of a person on the scripted Discord.</summary>
public sealed class ScriptedInteraction
{
    private static long lastId = 1_400_000_000_000_000_000;

    private ScriptedInteraction(int type, JsonObject data)
    {
        Id = NextId();
        Token = $"token-{Id}";
        Json = new JsonObject
        {
            ["id"] = Id,
            ["application_id"] = ScriptedDiscord.ApplicationId,
            ["type"] = type,
            ["token"] = Token,
            ["version"] = 1,
            ["data"] = data,
            ["guild_id"] = ScriptedDiscord.GuildId,
            ["channel_id"] = ScriptedDiscord.ChannelId,
            ["channel"] = Channel(ScriptedDiscord.ChannelId, 0),
            ["member"] = new JsonObject { ["permissions"] = "2048", ["user"] = User(ScriptedDiscord.UserId) },
            ["locale"] = "en-GB",
            ["app_permissions"] = "274877991936",
            ["entitlements"] = new JsonArray(),
        };
    }

    /// <summary>Gets the interaction's id.</summary>
    public string Id { get; }

    /// <summary>Gets the interaction's token.</summary>
    public string Token { get; }

    /// <summary>Gets the JSON that Discord sends.</summary>
    public JsonObject Json { get; }

    /// <summary>Returns a new id.</summary>
    public static string NextId() => Interlocked.Increment(ref lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Returns a slash command with options; a boolean has type 5, everything else is text.</summary>
    public static ScriptedInteraction Command(string name, params (string Name, object Value)[] options) =>
        new(2, Data(name, [.. options.Select(Option)]));

    /// <summary>Returns a slash command with a subcommand.</summary>
    public static ScriptedInteraction Subcommand(string name, string subcommand, params (string Name, object Value)[] options) =>
        new(
            2,
            Data(
                name,
                [
                    new JsonObject
                    {
                        ["name"] = subcommand,
                        ["type"] = 1,
                        ["options"] = new JsonArray([.. options.Select(Option)]),
                    },
                ]
            )
        );

    /// <summary>Returns typing in a field with completion.</summary>
    public static ScriptedInteraction Typing(string command, string option, string text)
    {
        var focused = Option((option, text));
        focused["focused"] = true;
        return new(4, Data(command, [focused]));
    }

    /// <summary>Returns a command on someone's message.</summary>
    public static ScriptedInteraction MessageCommand(string name, string content)
    {
        var message = NextId();
        var data = new JsonObject
        {
            ["id"] = NextId(),
            ["name"] = name,
            ["type"] = 3,
            ["target_id"] = message,
            ["resolved"] = new JsonObject
            {
                ["messages"] = new JsonObject
                {
                    [message] = new JsonObject
                    {
                        ["id"] = message,
                        ["channel_id"] = ScriptedDiscord.ChannelId,
                        ["content"] = content,
                        ["author"] = User("77"),
                    },
                },
            },
        };
        return new(2, data);
    }

    /// <summary>Returns a click on a button of one of our messages.</summary>
    /// <param name="customId">The button's id.</param>
    /// <param name="isPrivate">Whether only that person sees the message.</param>
    public static ScriptedInteraction Click(string customId, bool isPrivate = false)
    {
        var click = new ScriptedInteraction(3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 });
        click.Json["message"] = new JsonObject
        {
            ["id"] = NextId(),
            ["channel_id"] = ScriptedDiscord.ChannelId,
            ["type"] = 0,
            ["author"] = User(ScriptedDiscord.BotId),
            ["content"] = "",
            ["flags"] = isPrivate ? 64 : 0,
            ["timestamp"] = "2026-05-04T12:00:00.000000+00:00",
        };
        return click;
    }

    /// <summary>Returns what was entered in a dialog that a button of one of our messages opened.</summary>
    /// <param name="customId">The dialog's id.</param>
    /// <param name="field">The name of its field.</param>
    /// <param name="value">What was entered.</param>
    public static ScriptedInteraction Entry(string customId, string field, string value)
    {
        var entry = new ScriptedInteraction(
            5,
            new JsonObject
            {
                ["custom_id"] = customId,
                ["components"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = 18,
                        ["id"] = 1,
                        ["component"] = new JsonObject
                        {
                            ["type"] = 4,
                            ["id"] = 2,
                            ["custom_id"] = field,
                            ["value"] = value,
                        },
                    }
                ),
            }
        );
        entry.Json["message"] = Click("x").Json["message"]!.DeepClone();
        return entry;
    }

    /// <summary>Returns the same in another channel.</summary>
    public ScriptedInteraction In(string channel)
    {
        Json["channel_id"] = channel;
        Json["channel"] = Channel(channel, 0);
        return this;
    }

    /// <summary>Returns the same by another person.</summary>
    public ScriptedInteraction By(string user, string permissions = "2048")
    {
        Json["member"] = new JsonObject { ["permissions"] = permissions, ["user"] = User(user) };
        return this;
    }

    /// <summary>Returns the same in the direct channel with the bot.</summary>
    public ScriptedInteraction Directly()
    {
        Json.Remove("guild_id");
        Json.Remove("member");
        Json["user"] = User(ScriptedDiscord.UserId);
        Json["channel"] = Channel(ScriptedDiscord.ChannelId, 1);
        return this;
    }

    /// <summary>Returns a person as Discord describes one.</summary>
    public static JsonObject User(string id) =>
        new()
        {
            ["id"] = id,
            ["username"] = $"user{id}",
            ["discriminator"] = "0",
        };

    private static JsonObject Channel(string id, int type) =>
        type == 1
            ? new JsonObject
            {
                ["id"] = id,
                ["type"] = type,
                ["recipients"] = new JsonArray(User(ScriptedDiscord.UserId)),
            }
            : new JsonObject
            {
                ["id"] = id,
                ["type"] = type,
                ["guild_id"] = ScriptedDiscord.GuildId,
                ["name"] = "news",
                ["position"] = 0,
            };

    private static JsonObject Data(string name, params JsonNode[] options) =>
        new()
        {
            ["id"] = NextId(),
            ["name"] = name,
            ["type"] = 1,
            ["options"] = new JsonArray(options),
        };

    private static JsonObject Option((string Name, object Value) option) =>
        new()
        {
            ["name"] = option.Name,
            ["type"] = option.Value is bool ? 5 : 3,
            ["value"] = option.Value is bool flag ? JsonValue.Create(flag) : JsonValue.Create(option.Value.ToString()),
        };
}
