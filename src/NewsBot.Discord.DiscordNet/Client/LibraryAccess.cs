using Discord.Rest;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.DiscordNet.Interactions;
using NewsBot.Discord.DiscordNet.Rest;
using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;

namespace NewsBot.Discord.DiscordNet.Client;

/// <summary>Represents what both transports over the library share: its calls, and the interactions to be edited. Thread-safe.</summary>
internal sealed class LibraryAccess : IDisposable
{
    public LibraryAccess(DiscordOptions options, TimeProvider time, ILogger log)
    {
        Clock = new MonotonicClock(time);
        Requests = new RestRequests(options, time);
        Calls = new LibraryCalls(Requests, time, log);
        Open = new OpenInteractions(Clock);
    }

    public MonotonicClock Clock { get; }

    public RestRequests Requests { get; }

    public LibraryCalls Calls { get; }

    public OpenInteractions Open { get; }

    /// <summary>Returns the messenger of a client, which waits until it is logged in.</summary>
    public DiscordNetMessenger MessengerOver(Func<Task<DiscordRestClient>> client) => new(client, Calls, Open);

    /// <inheritdoc />
    public void Dispose() => Requests.Dispose();
}
