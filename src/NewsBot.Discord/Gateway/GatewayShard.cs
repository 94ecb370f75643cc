using System.Net.WebSockets;
using System.Text.Json;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Gateway;

/// <summary>Keeps one shard connected: reconnects, resumes and starts sessions by the gateway's rules.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#connection-lifecycle</remarks>
internal sealed class GatewayShard
{
    /// <summary>
    /// Specifies the intents: messages in servers and direct messages. Not MESSAGE_CONTENT: mentions and direct messages carry it anyway.
    /// </summary>
    public const int Intents = (1 << 9) | (1 << 12);

    private const int ResumeTries = 3;
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    private readonly GatewaySettings settings;
    private readonly MonotonicClock clock;
    private int failures;

    public GatewayShard(int number, GatewaySettings settings)
    {
        Number = number;
        this.settings = settings;
        clock = new MonotonicClock(settings.Time);
    }

    /// <summary>Gets the shard's number, from 0.</summary>
    public int Number { get; }

    /// <summary>Gets the bot's token.</summary>
    public string Token => settings.Token;

    /// <summary>Gets or sets the session that can be resumed; null: none.</summary>
    public GatewaySession? Session { get; private set; }

    /// <summary>Gets or sets the sequence number of the last event.</summary>
    public long? Sequence { get; set; }

    /// <summary>Gets the step after a broken connection.</summary>
    public NextStep StepAfterLoss => Session is null ? NextStep.Identify : NextStep.Resume;

    /// <summary>Runs until cancelled, or until continuing is pointless.</summary>
    /// <returns>The reason why it is pointless.</returns>
    public async Task<ConnectionEnd> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var since = clock.Now;
            var end = await ConnectAsync(cancellationToken);
            if (end.Next == NextStep.Stop)
                return end;
            // A session that ends as soon as it starts must not be resumed in a tight loop.
            failures = end.WasReady && clock.Now - since >= Steady ? 0 : failures + 1;
            // A session whose own address no longer works is abandoned, so that the shard returns through the main one.
            if (end.Next == NextStep.Identify || failures >= ResumeTries)
                ForgetSession();
            var backoff = Backoff();
            var pause = end.Pause > backoff ? end.Pause : backoff;
            Log.Disconnected(
                settings.Log,
                Number,
                end.Reason,
                Session is null ? "a new session starts" : "it is resumed",
                pause.TotalSeconds
            );
            await clock.DelayAsync(pause, cancellationToken);
        }
    }

    /// <summary>Waits until a session may start.</summary>
    public Task MayIdentifyAsync(CancellationToken cancellationToken) => settings.IdentifyGate.EnterAsync(Number, cancellationToken);

    /// <summary>Returns the message that starts a session.</summary>
    public IdentifyPayload NewIdentify() =>
        new(
            GatewayOpcode.Identify,
            new IdentifyData(Token, Intents, [Number, settings.ShardCount], new IdentifyProperties(Platform, "NewsBot", "NewsBot"))
        );

    /// <summary>Handles an event.</summary>
    /// <exception cref="JsonException">It has an unknown shape.</exception>
    public void Dispatch(string name, JsonElement data)
    {
        switch (name)
        {
            case "READY":
                var ready = data.Deserialize(DiscordJson.Default.ReadyData)!;
                Session = new GatewaySession(
                    ready.SessionId,
                    GatewayAddress.OfSession(ready.ResumeGatewayUrl, settings.Address, settings.IsRedirected)
                );
                Log.Connected(settings.Log, Number, settings.ShardCount);
                // A bot's user has the same id as its application, unless it is older than 2016.
                var application =
                    ready.Application?.Id
                    ?? settings.Application
                    ?? ready.User?.Id
                    ?? throw new JsonException("READY names neither application nor user.");
                settings.Events.OnReady(application, ready.User?.Id ?? application);
                break;
            case "RESUMED":
                Log.Connected(settings.Log, Number, settings.ShardCount);
                break;
            case "INTERACTION_CREATE":
                var interaction = data.Deserialize(DiscordJson.Default.InteractionJson)!;
                settings.Events.OnInteraction(interaction, new RestAcknowledgement(settings.Api, interaction));
                break;
            case "MESSAGE_CREATE":
                settings.Events.OnMessage(data.Deserialize(DiscordJson.Default.MessageJson)!);
                break;
        }
    }

    private static string Platform =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "macos"
        : "linux";

    private async Task<ConnectionEnd> ConnectAsync(CancellationToken cancellationToken)
    {
        var address = GatewayAddress.WithQuery(Session?.ResumeAddress ?? settings.Address, settings.Compress);
        using var timeout = new CancellationTokenSource(ConnectWithin, settings.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        IGatewaySocket socket;
        try
        {
            socket = await settings.Connector.ConnectAsync(address, both.Token);
        }
        catch (Exception exception)
            when (exception is WebSocketException or IOException or HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return new ConnectionEnd(StepAfterLoss, exception.InnerException?.Message ?? exception.Message);
        }

        await using var connection = new GatewayConnection(this, socket, settings.Time, settings.Jitter, settings.Log);
        return await connection.RunAsync(cancellationToken);
    }

    private void ForgetSession()
    {
        Session = null;
        Sequence = null;
    }

    /// <summary>Returns the wait: none at first, then 1 s, 2 s, 4 s … 1 min, each lengthened by up to a half.</summary>
    private TimeSpan Backoff()
    {
        if (failures == 0)
            return TimeSpan.Zero;
        var seconds = Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(failures, 10) - 1));
        return TimeSpan.FromSeconds(seconds * (1 + (settings.Jitter() / 2)));
    }
}
