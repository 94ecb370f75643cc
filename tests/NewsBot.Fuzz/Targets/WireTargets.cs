using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Wire;
using NewsBot.Fuzz.Inputs;
using NewsBot.Newsroom.Models;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Turns;
using NewsBot.Teams.Wire;

namespace NewsBot.Fuzz.Targets;

/// <summary>Provides the parsers of what chat services and language models send.</summary>
internal static class WireTargets
{
    private static readonly string[] Members =
    [
        "\"type\":",
        "\"id\":",
        "\"text\":",
        "\"value\":",
        "\"options\":[",
        "\"data\":{",
        "<at>",
        "</at>",
        "<at>NewsBot</at>",
        "[{",
        "}]",
        "[[",
        "{\"a\":",
        "18446744073709551616",
    ];

    /// <summary>Gets the targets.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("teams-activity", 60, [Sample.Of("activity.json"), Sample.Of("invoke.json")], Members, ReadActivity),
        new("teams-token", 30, [Sample.Of("claims.json"), Sample.Of("keys.json")], Members, ReadToken),
        new(
            "discord-interaction",
            60,
            [Sample.Of("interaction.json"), Sample.Of("component.json"), Sample.Of("dialog.json")],
            Members,
            ReadInteraction
        ),
        new("discord-gateway", 10, [Sample.Of("interaction.json")], Members, ReadFrames),
        new("model-reply", 30, [Sample.Of("reply.json")], Members, ReadReply),
    ];

    private static void ReadActivity(FuzzInput input)
    {
        Activity? activity;
        try
        {
            activity = TeamsJson.Read(input.Bytes);
        }
        catch (JsonException)
        {
            return;
        }

        if (activity is null)
            return;
        _ = MessageText.Read(activity);
        _ = TeamsJson.Read(TeamsJson.Bytes(activity));
    }

    private static void ReadToken(FuzzInput input)
    {
        var part = Base64Url.EncodeToString(input.Bytes);
        _ = InboundToken.Read($"Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.{part}.AAAA");
        _ = InboundToken.Read($"Bearer {part}.eyJleHAiOjF9.AAAA");
        _ = InboundToken.Read("Bearer " + input.Text);
        _ = ConnectorResponse.Read(HttpStatusCode.BadRequest, null, null, input.Bytes, "a");
        try
        {
            _ = KeySet.Read("https://id.example", input.Bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            // Told to whoever runs NewsBot: the keys cannot be read.
        }
    }

    private static void ReadInteraction(FuzzInput input)
    {
        _ = ErrorJson.TryRead(input.Bytes);
        if (InteractionJson.TryRead(input.Bytes) is not { } interaction)
            return;
        _ = CommandInput.Subcommand(interaction);
        _ = CommandInput.Focused(interaction);
        _ = CommandInput.Flag(interaction, "name");
        _ = CommandInput.Entered(interaction, "comment");
        _ = DeskInput.Read(interaction);
        _ = Buttons.Read(interaction.Data?.CustomId);
    }

    private static void ReadFrames(FuzzInput input)
    {
        using var reader = new ZlibStreamReader();
        foreach (var frame in input.Bytes.Chunk(100))
        {
            try
            {
                _ = reader.Read(frame);
            }
            catch (InvalidDataException)
            {
                return;
            }
        }
    }

    private static void ReadReply(FuzzInput input)
    {
        var whole = new StatementReader();
        var once = whole.Read(input.Text);
        var pieces = new StatementReader();
        var streamed = input.Text.Chunk(7).SelectMany(piece => pieces.Read(new string(piece))).ToList();
        Promise.Keep(once.Count == streamed.Count, $"{once.Count} statements at once, {streamed.Count} in pieces");
    }
}
