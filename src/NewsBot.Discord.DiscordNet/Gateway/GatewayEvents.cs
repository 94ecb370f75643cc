using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.DiscordNet.Interactions;
using NewsBot.Discord.DiscordNet.Rest;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Options;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Gateway;

/// <summary>
/// Passes events on. What a person did is read from the gateway's own message: the library keeps neither a person's permissions nor,
/// without a cache of all servers, messages in servers and the channel of a thread. Thread-safe.
/// </summary>
internal sealed class GatewayEvents(DiscordOptions options, IDiscordEvents events, LibraryCalls calls, OpenInteractions open, ILogger log)
{
    private readonly ConcurrentDictionary<ulong, InteractionJson> arriving = new();

    /// <summary>Passes one gateway message to the library, and passes its content on.</summary>
    /// <param name="json">The message.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="library">Receives a message; has processed it when the task completes.</param>
    /// <returns>The reason to end the connection; null: it continues.</returns>
    public async Task<NextStep?> TakeAsync(byte[] json, Uri address, Func<string, Task> library)
    {
        var payload = Read(json);
        // The library starts a new session at once, even where the old one can be resumed, and reads nothing until it may.
        if (payload?.Op == GatewayOpcode.InvalidSession)
            return payload.D.ValueKind == JsonValueKind.True ? NextStep.Resume : NextStep.Identify;
        switch (payload?.T)
        {
            case "READY":
                await TakeReadyAsync(json, address, library);
                break;
            case "INTERACTION_CREATE":
                await TakeInteractionAsync(json, payload, library);
                break;
            case "MESSAGE_CREATE":
                await library(Text(json));
                if (Read(payload.D, DiscordJson.Default.MessageJson) is { } message)
                    events.OnMessage(message);
                break;
            default:
                await library(Text(json));
                break;
        }

        return null;
    }

    /// <summary>Handles an interaction that the library has read.</summary>
    public Task OnInteractionAsync(SocketInteraction interaction)
    {
        if (arriving.TryRemove(interaction.Id, out var json))
            events.OnInteraction(json, new LibraryAcknowledgement(interaction, calls, open));
        return Task.CompletedTask;
    }

    private async Task TakeInteractionAsync(byte[] json, GatewayPayload payload, Func<string, Task> library)
    {
        if (Read(payload.D, DiscordJson.Default.InteractionJson) is not { } interaction)
        {
            await library(Text(json));
            return;
        }

        arriving[interaction.Id.Value] = interaction;
        await library(
            Complete(
                json,
                data =>
                {
                    // The library reads these without checking that they exist.
                    data.TryAdd("entitlements", new JsonArray());
                    if (data["guild_id"] is { } guild && data["channel"] is JsonObject channel)
                        channel.TryAdd("guild_id", guild.DeepClone());
                }
            )
        );
        if (arriving.TryRemove(interaction.Id.Value, out _))
            Log.Unreadable(log, "Discord.Net does not understand an interaction");
    }

    private async Task TakeReadyAsync(byte[] json, Uri address, Func<string, Task> library)
    {
        Snowflake? application = null;
        Snowflake? bot = null;
        await library(
            Complete(
                json,
                data =>
                {
                    // The library reads the lengths of these without checking that they exist.
                    data.TryAdd("guilds", new JsonArray());
                    data.TryAdd("private_channels", new JsonArray());
                    // A bot's user has the same id as its application, unless it is older than 2016.
                    bot = Id(data["user"]);
                    application = Id(data["application"]) ?? (options.ApplicationId is { } known ? new Snowflake(known) : bot);
                    if (Id(data["application"]) is null && application is { } id)
                        data["application"] = new JsonObject { ["id"] = id.ToString() };
                    data["resume_gateway_url"] = GatewayAddress
                        .OfSession((string?)data["resume_gateway_url"], address, options.IsRedirected)
                        .AbsoluteUri;
                }
            )
        );
        if (application is { } found)
            events.OnReady(found, bot ?? found);
        else
            Log.Unreadable(log, "READY names neither application nor user.");
    }

    private static Snowflake? Id(JsonNode? owner) => Snowflake.TryParse((string?)owner?["id"], out var id) ? id : null;

    private static string Text(byte[] json) => System.Text.Encoding.UTF8.GetString(json);

    private static string Complete(byte[] json, Action<JsonObject> change)
    {
        var message = JsonNode.Parse(json)!;
        change(message["d"]!.AsObject());
        return message.ToJsonString();
    }

    private GatewayPayload? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DiscordJson.Default.GatewayPayload);
        }
        catch (JsonException exception)
        {
            Log.Unreadable(log, exception.Message);
            return null;
        }
    }

    private T? Read<T>(JsonElement data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data.Deserialize(type);
        }
        catch (JsonException exception)
        {
            // An event of unknown shape is not a reason to end the connection.
            Log.Unreadable(log, exception.Message);
            return null;
        }
    }
}
