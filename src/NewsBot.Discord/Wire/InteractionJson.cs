using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive.Parsing.Json;

namespace NewsBot.Discord.Wire;

/// <summary>Represents what a person did: a command, a click, what was entered in a dialog, or typing in a field with completion.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object</remarks>
internal sealed record InteractionJson
{
    public required Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public required int Type { get; init; }

    public string Token { get; init; } = "";

    public InteractionDataJson? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public ChannelJson? Channel { get; init; }

    public MemberJson? Member { get; init; }

    public UserJson? User { get; init; }

    /// <summary>Gets the message whose button was clicked.</summary>
    public MessageJson? Message { get; init; }

    /// <summary>Reads one; null for anything else.</summary>
    public static InteractionJson? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonCharacters.AreWhole(json) ? JsonSerializer.Deserialize(json, DiscordJson.Default.InteractionJson) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Represents the command or component, and what was entered.</summary>
internal sealed record InteractionDataJson
{
    public string? Name { get; init; }

    public IReadOnlyList<CommandOptionJson>? Options { get; init; }

    public string? CustomId { get; init; }

    /// <summary>Gets the parts of a dialog, with what was entered.</summary>
    public IReadOnlyList<EnteredPartJson>? Components { get; init; }

    public Snowflake? TargetId { get; init; }

    public ResolvedJson? Resolved { get; init; }
}

/// <summary>Represents a part of a dialog: a field, or what surrounds one.</summary>
internal sealed record EnteredPartJson
{
    /// <summary>Gets the name of a field; null for what surrounds it.</summary>
    public string? CustomId { get; init; }

    /// <summary>Gets what was entered.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the field below a label.</summary>
    public EnteredPartJson? Component { get; init; }

    /// <summary>Gets the fields of a row.</summary>
    public IReadOnlyList<EnteredPartJson>? Components { get; init; }
}

/// <summary>Represents an option that was filled in, or a subcommand.</summary>
internal sealed record CommandOptionJson
{
    public required string Name { get; init; }

    public int Type { get; init; }

    /// <summary>Gets what was entered; undefined for a subcommand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Value { get; init; }

    public IReadOnlyList<CommandOptionJson>? Options { get; init; }

    public bool Focused { get; init; }
}

/// <summary>Represents the objects that the data names by id.</summary>
internal sealed record ResolvedJson
{
    public IReadOnlyDictionary<string, MessageJson>? Messages { get; init; }
}

/// <summary>Represents a channel or thread.</summary>
internal sealed record ChannelJson
{
    public Snowflake Id { get; init; }

    public int Type { get; init; }

    public Snowflake? ParentId { get; init; }
}

/// <summary>Represents a person in a server.</summary>
internal sealed record MemberJson
{
    public UserJson? User { get; init; }

    public string? Permissions { get; init; }
}

/// <summary>Represents a person or bot.</summary>
internal sealed record UserJson
{
    public required Snowflake Id { get; init; }

    public bool Bot { get; init; }
}

/// <summary>Represents a message.</summary>
internal sealed record MessageJson
{
    public required Snowflake Id { get; init; }

    public Snowflake ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    public UserJson? Author { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<UserJson>? Mentions { get; init; }

    public MessageReferenceJson? MessageReference { get; init; }

    public Snowflake? WebhookId { get; init; }

    /// <summary>Gets a bit field: see <see cref="OutgoingMessage.Ephemeral"/>.</summary>
    public int Flags { get; init; }

    public IReadOnlyList<ReceivedEmbedJson>? Embeds { get; init; }
}

/// <summary>Represents the message being replied to.</summary>
internal sealed record MessageReferenceJson
{
    public Snowflake? MessageId { get; init; }
}

/// <summary>Represents the text of an embed in someone else's message.</summary>
internal sealed record ReceivedEmbedJson
{
    public string? Description { get; init; }
}
