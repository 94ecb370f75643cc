using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Tests.Support;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Tests.Chat.Leaks;

/// <summary>Calls the host as Discord does over HTTP, and keeps what it answers and posts.</summary>
internal sealed partial class DiscordLeaks(TestHost host, ScriptedDiscord discord, TimeProvider time, IReadOnlyList<string> words)
{
    public static readonly Ed25519Signer Signer = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    private const string ManageServer = "32";
    private const int MostAgain = 12;

    private readonly Dictionary<string, (ChatReader Reader, bool IsAfter, string Asked)> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> buttons = new(StringComparer.Ordinal);

    /// <summary>Uses a command or a button, or types, and waits for what it leads to.</summary>
    public async Task TryAsync(ChatReader reader, bool isAfter, Random random)
    {
        var (asks, interaction) = random.Next(3) == 0 ? Click(reader, random) : Command(random);
        await SendAsync(reader, isAfter, asks, interaction);
    }

    /// <summary>Asks for whatever the reader may see.</summary>
    public async Task AskAsync(ChatReader reader, bool isAfter)
    {
        await SendAsync(reader, isAfter, "ask", ScriptedInteraction.Command("ask", ("question", ChatSurfaces.Questions[0])));
        await SendAsync(reader, isAfter, "sources", ScriptedInteraction.Command("sources", ("query", "hall")));
    }

    /// <summary>Presses the buttons that were shown to a reader before.</summary>
    public async Task PressAgainAsync(ChatReader reader)
    {
        foreach (var button in buttons.GetValueOrDefault(PlaceOf(reader), []).Distinct(StringComparer.Ordinal).TakeLast(MostAgain).ToList())
            await SendAsync(reader, true, button, ScriptedInteraction.Click(button));
    }

    /// <summary>Orders posts that nobody asks for: an alert, and a digest each morning.</summary>
    public async Task SubscribeAsync(ChatReader reader)
    {
        await SendAsync(reader, false, "alert", ScriptedInteraction.Subcommand("alert", "add", ("words", "hall")));
        await SendAsync(
            reader,
            false,
            "subscribe",
            ScriptedInteraction.Subcommand("digest", "subscribe", ("time", "08:00"), ("zone", "Etc/UTC"))
        );
    }

    /// <summary>Returns everything that was shown: replies, what was added to them later, and posts that nobody asked for.</summary>
    public IReadOnlyList<ChatEcho> Shown(IReadOnlyList<ChatReader> readers)
    {
        var all = new List<ChatEcho>(callbacks);
        foreach (var request in discord.Requests.Where(request => request.Body is not null))
        {
            var parts = request.Path.Split('/');
            if (parts is ["", "webhooks", _, var token, ..] && asked.TryGetValue(token, out var known))
                all.Add(new ChatEcho(known.Reader, known.IsAfter, known.Asked, request.Text));
            else if (parts is ["", "channels", var channel, ..] && readers.FirstOrDefault(one => PlaceOf(one) == channel) is { } reader)
                all.Add(new ChatEcho(reader, true, "", request.Text));
        }

        return all;
    }

    /// <summary>Waits until something was posted that nobody asked for.</summary>
    public Task WaitForPostAsync(ChatReader reader, Func<string, bool> matches) =>
        discord.RequestAsync(request =>
            request.Path.StartsWith($"/channels/{PlaceOf(reader)}/", StringComparison.Ordinal) && matches(request.Text)
        );

    private readonly List<ChatEcho> callbacks = [];

    private static string PlaceOf(ChatReader reader) => reader.Channel ?? "9" + reader.Person[1..];

    private (string Asks, ScriptedInteraction Interaction) Command(Random random)
    {
        var question = random.Any(ChatSurfaces.Questions);
        var word = random.Any(words);
        var source = ChatSurfaces.SourceOf(word);
        return random.Next(16) switch
        {
            0 => ("sources hall", ScriptedInteraction.Command("sources", ("query", "hall"))),
            1 => ($"sources article:{source}", ScriptedInteraction.Command("sources", ("query", $"article:{source}"))),
            2 or 3 => ($"article {source}", ScriptedInteraction.Command("article", ("source", source))),
            4 => ("article hall", ScriptedInteraction.Command("article", ("source", "hall"))),
            5 => ("digest", ScriptedInteraction.Subcommand("digest", "today")),
            6 => ("digest of a day", ScriptedInteraction.Subcommand("digest", "date", ("day", "2026-05-04"))),
            7 => ("digest list", ScriptedInteraction.Subcommand("digest", "list")),
            8 => ("alert list", ScriptedInteraction.Subcommand("alert", "list")),
            9 => ("timeline hall", ScriptedInteraction.Command("timeline", ("topic", "hall"))),
            10 => ("desk", ScriptedInteraction.Subcommand("desk", "show")),
            11 => ("check", ScriptedInteraction.MessageCommand("Check against sources", "A hall opened on Monday.")),
            12 => ("typing of a query", ScriptedInteraction.Typing("sources", "query", random.Any(["", "h", "hall", word[..2]]))),
            13 => ("typing of a source", ScriptedInteraction.Typing("article", "source", random.Any(["", "in/", "hall", word[..2]]))),
            _ => (question, ScriptedInteraction.Command("ask", ("question", question), ("private", random.Next(2) == 0))),
        };
    }

    /// <summary>Returns a click on a button that was shown in this place, or on another of the same reply.</summary>
    private (string Asks, ScriptedInteraction Interaction) Click(ChatReader reader, Random random)
    {
        if (!buttons.TryGetValue(PlaceOf(reader), out var shown))
            return Command(random);
        var parts = random.Any(shown).Split(':');
        var action = random.Next(2) == 0 ? parts[0] : random.Any(["next", "passages", "follow", "ask", "useful", "notuseful"]);
        var number = random.Next(2) == 0 ? parts[2] : random.Next(4).ToString(CultureInfo.InvariantCulture);
        return ($"{action}:{number}", ScriptedInteraction.Click($"{action}:{parts[1]}:{number}"));
    }

    private async Task SendAsync(ChatReader reader, bool isAfter, string asks, ScriptedInteraction interaction)
    {
        interaction.By(reader.Person, ManageServer).In(PlaceOf(reader));
        if (reader.Channel is null)
        {
            interaction.Directly();
            interaction.Json["user"]!["id"] = reader.Person;
            interaction.Json["channel"]!["id"] = PlaceOf(reader);
        }

        asked[interaction.Token] = (reader, isAfter, asks);
        discord.ExpectCall(interaction);
        var callback = await CallAsync(interaction.Json.ToJsonString());
        discord.Acknowledged(interaction, JsonSerializer.Deserialize<JsonElement>(callback));
        callbacks.Add(new ChatEcho(reader, isAfter, asks, callback));
        Keep(reader, callback);
        if (JsonNode.Parse(callback)!["type"]!.GetValue<int>() is 5 or 6)
            Keep(
                reader,
                (
                    await discord.RequestAsync(request =>
                        request.IsEdit && request.Path.Contains($"/{interaction.Token}/", StringComparison.Ordinal)
                    )
                ).Text
            );
    }

    private void Keep(ChatReader reader, string text)
    {
        if (!buttons.TryGetValue(PlaceOf(reader), out var shown))
            buttons[PlaceOf(reader)] = shown = [];
        shown.AddRange(ButtonIds().Matches(text).Select(match => match.Groups["id"].Value));
        if (shown.Count == 0)
            buttons.Remove(PlaceOf(reader));
    }

    private async Task<string> CallAsync(string body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/discord/interactions")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(Signer.Sign(Encoding.UTF8.GetBytes(timestamp + body))));
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("\"custom_id\": ?\"(?<id>[a-z]+:[0-9]+:[0-9]+)\"")]
    private static partial Regex ButtonIds();
}
