using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Tests.Support;
using NewsBot.Tests.Teams;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Chat.Leaks;

/// <summary>Writes to the host as Teams does, and keeps what it posts.</summary>
internal sealed class TeamsLeaks(TestHost host, ListeningConnector connector, IReadOnlyList<string> words)
{
    /// <summary>Below what Teams allows one conversation in a few seconds, so that no answer waits.</summary>
    private const int MostInConversation = 6;

    private static readonly string[] Texts =
    [
        .. ChatSurfaces.Questions,
        "check: A hall opened on Monday.",
        "sources hall",
        "passages",
        "digest",
        "digest 2026-05-04",
        "timeline hall",
        "follow",
        "follow 1",
        "alert hall",
        "alert list",
        "subscribe 08:00 Europe/London",
        "subscriptions",
        "desk",
        "help",
    ];

    private readonly Dictionary<string, (ChatReader Reader, bool IsAfter, string Asked)> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChatReader> readers = new(StringComparer.Ordinal);
    private readonly Dictionary<ChatReader, (string Conversation, int Sent)> current = [];
    private readonly Dictionary<ChatReader, string> answered = [];
    private int conversations;

    /// <summary>Gets everything that was shown.</summary>
    public List<ChatEcho> Shown { get; } = [];

    /// <summary>Writes something, or presses a button, and waits for what it leads to.</summary>
    public Task TryAsync(ChatReader reader, bool isAfter, Random random)
    {
        var conversation = ConversationOf(reader);
        return random.Next(4) switch
        {
            0 => PressAsync(reader, isAfter, conversation, Pressed(random)),
            1 when random.Next(3) == 0 => SayAsync(reader, isAfter, conversation, null, Pressed(random)),
            _ => SayAsync(reader, isAfter, conversation, random.Any(Texts), null),
        };
    }

    /// <summary>Asks for whatever the reader may see.</summary>
    public async Task AskAsync(ChatReader reader, bool isAfter)
    {
        foreach (var text in (string[])[ChatSurfaces.Questions[0], "sources hall"])
            await SayAsync(reader, isAfter, ConversationOf(reader), text, null);
    }

    /// <summary>Asks again for the passages behind the newest answer to a reader, where it was given.</summary>
    public async Task AskAgainAsync(ChatReader reader)
    {
        if (!answered.TryGetValue(reader, out var conversation))
            return;
        await SayAsync(reader, true, conversation, "passages", null);
        await PressAsync(reader, true, conversation, Button("passages"));
    }

    /// <summary>Orders posts that nobody asks for: an alert, and a digest each morning.</summary>
    /// <returns>The conversation to which they come.</returns>
    public async Task<string> SubscribeAsync(ChatReader reader)
    {
        current.Remove(reader);
        var conversation = ConversationOf(reader);
        foreach (var text in (string[])["alert hall", "subscribe 08:00 Etc/UTC"])
            await SayAsync(reader, false, conversation, text, null);
        return PlaceOf(conversation);
    }

    /// <summary>Waits until something was posted to a reader that nobody asked for.</summary>
    public async Task WaitForPostAsync(ChatReader reader, string place, Func<string, bool> matches)
    {
        try
        {
            while (!Shown.Any(echo => PlaceOf(echo.Asked) == place && matches(echo.Shown)))
                await TakeAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Nothing was posted to {reader.Name}.");
        }
    }

    /// <summary>Takes what has arrived without being waited for, such as offers of further questions.</summary>
    public void Drain()
    {
        while (connector.TryNextMessage() is { } message)
            Keep(message);
    }

    private async Task SayAsync(ChatReader reader, bool isAfter, string conversation, string? text, JsonObject? pressed)
    {
        var activity = ActivityOf("message-personal", reader, conversation);
        activity["text"] = reader.Channel is null ? text : $"<at>NewsBot</at> {text}";
        activity["value"] = pressed;
        if (pressed is not null)
            activity.Remove("text");
        var id = activity["id"]!.GetValue<string>();
        asked[id] = (reader, isAfter, text ?? pressed!.ToJsonString());
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        while (await TakeAsync() != id) { }
    }

    private async Task PressAsync(ChatReader reader, bool isAfter, string conversation, JsonObject data)
    {
        var activity = ActivityOf("invoke-adaptiveCard_action-personal", reader, conversation);
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = data["newsbot"]!.DeepClone(),
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
        using var response = await PostAsync(activity);
        Keep(reader, isAfter, data.ToJsonString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Returns the data of a button: one that was shown to somebody, or made up.</summary>
    private JsonObject Pressed(Random random) =>
        random.Next(6) switch
        {
            0 => Button("sources", "query", "hall"),
            1 => Button("digest"),
            2 => Button("help"),
            3 => Button("follow", "source", ChatSurfaces.SourceOf(random.Any(words))),
            _ => Button("passages"),
        };

    private static JsonObject Button(string verb, string? key = null, string? value = null)
    {
        var data = new JsonObject { ["newsbot"] = verb };
        if (key is not null)
            data[key] = value;
        return data;
    }

    private string ConversationOf(ChatReader reader)
    {
        if (!current.TryGetValue(reader, out var known) || known.Sent >= MostInConversation)
        {
            conversations++;
            known = (reader.Channel is { } channel ? $"{channel};messageid={conversations}" : $"a:{conversations}", 0);
            readers[known.Conversation] = reader;
            readers[PlaceOf(known.Conversation)] = reader;
        }

        current[reader] = (known.Conversation, known.Sent + 1);
        return known.Conversation;
    }

    private static string PlaceOf(string conversation) => conversation.Split(';')[0];

    private JsonObject ActivityOf(string name, ChatReader reader, string conversation)
    {
        var activity = ConnectorActivities.Of(
            reader.Channel is not null && name == "message-personal" ? "message-mention-channel" : name,
            connector.Url
        );
        activity["from"]!["id"] = $"29:{reader.Person}";
        activity["from"]!["aadObjectId"] = reader.Person;
        activity["conversation"]!["id"] = conversation;
        if (reader.Channel is not null)
            activity["conversation"]!["conversationType"] = "channel";
        return activity;
    }

    private async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await host.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

    private async Task<string?> TakeAsync() => Keep(await connector.NextMessageAsync());

    /// <summary>Keeps a message, and returns the id of what it replies to.</summary>
    private string? Keep((string Conversation, JsonElement Activity) message)
    {
        var replyTo = message.Activity.TryGetProperty("replyToId", out var id) ? id.GetString() : null;
        var text = message.Activity.GetRawText();
        if (replyTo is not null && asked.TryGetValue(replyTo, out var known))
        {
            Keep(known.Reader, known.IsAfter, known.Asked, text);
            if (ChatSurfaces.Questions.Contains(known.Asked))
                answered[known.Reader] = message.Conversation;
        }
        else
        {
            Keep(readers[message.Conversation], isAfter: true, message.Conversation, text);
        }

        return replyTo;
    }

    private void Keep(ChatReader reader, bool isAfter, string question, string text) =>
        Shown.Add(new ChatEcho(reader, isAfter, question, text));
}
