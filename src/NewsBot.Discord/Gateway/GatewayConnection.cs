using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Gateway;

/// <summary>Represents one connection to the gateway, from hello to its end.</summary>
/// <param name="shard">The shard; its session and sequence number are kept up to date.</param>
/// <param name="socket">Connected.</param>
/// <param name="time">Clock and timers.</param>
/// <param name="jitter">From 0 to less than 1.</param>
/// <param name="log">Receives what could not be read.</param>
internal sealed class GatewayConnection(GatewayShard shard, IGatewaySocket socket, TimeProvider time, Func<double> jitter, ILogger log)
    : IAsyncDisposable
{
    /// <summary>Specifies the limit: Discord allows 120 in 60 s; heartbeats always have room besides the others.</summary>
    private const int SendsPerMinute = 110;
    private const int MaxPayloadBytes = 4096;
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(2);

    private readonly MonotonicClock clock = new(time);
    private readonly FrameReader frames = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private SlidingWindow? quota;
    private Heartbeat? heartbeat;
    private bool isReady;

    /// <summary>Runs the connection to its end, which is never an exception except for the caller's cancellation.</summary>
    public async Task<ConnectionEnd> RunAsync(CancellationToken cancellationToken)
    {
        quota = new SlidingWindow(SendsPerMinute, TimeSpan.FromMinutes(1), clock);
        // Not linked to the caller's token: cancelling a receive tears the socket down, and the close message has to come first.
        using var ended = new CancellationTokenSource();
        var stopping = new TaskCompletionSource<ConnectionEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => stopping.TrySetCanceled(cancellationToken));
        var beating = Task.FromResult(new ConnectionEnd(NextStep.Resume, ""));
        var working = Task.FromResult(new ConnectionEnd(NextStep.Resume, ""));
        try
        {
            if (await ReceiveHelloAsync(cancellationToken) is not { } interval)
                return new ConnectionEnd(shard.StepAfterLoss, "no hello came");
            heartbeat = new Heartbeat(interval, clock, SendHeartbeatAsync);
            beating = BeatAsync(ended.Token);
            working = WorkAsync(ended.Token);
            var end = await await Task.WhenAny(beating, working, stopping.Task);
            return end with { WasReady = isReady };
        }
        catch (Exception exception)
            when (exception is WebSocketException or JsonException or InvalidDataException or IOException or InvalidOperationException)
        {
            return new ConnectionEnd(shard.StepAfterLoss, exception.Message, WasReady: isReady);
        }
        finally
        {
            using var patience = new CancellationTokenSource(CloseWithin, time);
            await socket.CloseAsync(cancellationToken.IsCancellationRequested ? 1000 : GatewayCloseCode.StillAlive, patience.Token);
            await ended.CancelAsync();
            await Task.WhenAll(beating, working)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await socket.DisposeAsync();
        frames.Dispose();
        sending.Dispose();
    }

    private async Task<ConnectionEnd> BeatAsync(CancellationToken cancellationToken)
    {
        await heartbeat!.RunAsync(jitter(), cancellationToken);
        return new ConnectionEnd(shard.StepAfterLoss, "a heartbeat was not answered");
    }

    private async Task<ConnectionEnd> WorkAsync(CancellationToken cancellationToken)
    {
        if (shard.Session is { } session)
        {
            await SendAsync(
                new ResumePayload(GatewayOpcode.Resume, new ResumeData(shard.Token, session.Id, shard.Sequence)),
                DiscordJson.Default.ResumePayload,
                cancellationToken
            );
        }
        else
        {
            await shard.MayIdentifyAsync(cancellationToken);
            await SendAsync(shard.NewIdentify(), DiscordJson.Default.IdentifyPayload, cancellationToken);
        }

        while (true)
        {
            var frame = await socket.ReceiveAsync(cancellationToken);
            if (frame.IsEnd)
                return AfterClose(frame.CloseCode);
            if (Read(frame) is not { } payload)
                continue;
            if (await HandleAsync(payload, cancellationToken) is { } end)
                return end;
        }
    }

    private async Task<TimeSpan?> ReceiveHelloAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(HelloWithin, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            while (true)
            {
                var frame = await socket.ReceiveAsync(both.Token);
                if (frame.IsEnd)
                    return null;
                if (
                    Read(frame) is { Op: GatewayOpcode.Hello } payload
                    && payload.D.Deserialize(DiscordJson.Default.HelloData) is { HeartbeatInterval: > 0 } hello
                )
                    return TimeSpan.FromMilliseconds(hello.HeartbeatInterval);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private GatewayPayload? Read(GatewayFrame frame) =>
        frames.Read(frame) is { } json ? JsonSerializer.Deserialize(json, DiscordJson.Default.GatewayPayload) : null;

    private async Task<ConnectionEnd?> HandleAsync(GatewayPayload payload, CancellationToken cancellationToken)
    {
        switch (payload.Op)
        {
            case GatewayOpcode.Dispatch:
                Dispatch(payload);
                return null;
            case GatewayOpcode.Heartbeat:
                await SendHeartbeatAsync(cancellationToken);
                return null;
            case GatewayOpcode.HeartbeatAck:
                heartbeat!.Acknowledge();
                return null;
            case GatewayOpcode.Reconnect:
                return new ConnectionEnd(shard.StepAfterLoss, "the gateway asked to reconnect");
            case GatewayOpcode.InvalidSession:
                var canResume = payload.D.ValueKind == JsonValueKind.True;
                // Discord requires a wait of 1 to 5 seconds, at random, before a new session.
                return new ConnectionEnd(
                    canResume ? shard.StepAfterLoss : NextStep.Identify,
                    "the session is not valid",
                    Pause: TimeSpan.FromSeconds(1 + (4 * jitter()))
                );
            default:
                return null;
        }
    }

    private void Dispatch(GatewayPayload payload)
    {
        if (payload.S is { } sequence)
            shard.Sequence = sequence;
        isReady |= payload.T is "READY" or "RESUMED";
        try
        {
            shard.Dispatch(payload.T ?? "", payload.D);
        }
        catch (JsonException exception)
        {
            // An event of unknown shape is not a reason to end the connection.
            Log.Unreadable(log, exception.Message);
        }
    }

    private static ConnectionEnd AfterClose(int? code)
    {
        var next = GatewayCloseCode.NextStep(code);
        if (next != NextStep.Stop)
            return new ConnectionEnd(next, code is null ? "the connection ended" : $"the gateway closed it with {code}");
        var (reason, remedy) = GatewayCloseCode.Explain(code!.Value);
        return new ConnectionEnd(next, reason, remedy);
    }

    private Task SendHeartbeatAsync(CancellationToken cancellationToken) =>
        SendAsync(new HeartbeatPayload(GatewayOpcode.Heartbeat, shard.Sequence), DiscordJson.Default.HeartbeatPayload, cancellationToken);

    private async Task SendAsync<T>(T payload, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        if (message.Length > MaxPayloadBytes)
            throw new InvalidDataException("A payload is larger than the gateway accepts.");
        if (payload is not HeartbeatPayload)
            await quota!.AddAsync(cancellationToken);
        using var timeout = new CancellationTokenSource(SendWithin, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("the gateway accepts no more messages");
        }
        finally
        {
            sending.Release();
        }
    }
}
