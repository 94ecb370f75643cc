using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests;

/// <summary>
/// The adapter in a host of its own, against a scripted Discord. Everything that a test changes comes in through the options.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly HttpClient http = new();
    private readonly TimeProvider time;

    private RunningBot(ScriptedDiscord discord, WebApplication host, LogLines<DiscordService> log, TimeProvider time)
    {
        Discord = discord;
        this.time = time;
        this.host = host;
        Log = log;
    }

    public static Ed25519Signer Signer { get; } = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    public ScriptedDiscord Discord { get; }

    public LogLines<DiscordService> Log { get; }

    public DiscordState State => host.Services.GetRequiredService<DiscordState>();

    public FeedbackStore Feedback => host.Services.GetRequiredService<FeedbackStore>();

    public static async Task<RunningBot> StartAsync(
        INewsroom newsroom,
        Func<DiscordOptions, DiscordOptions>? change = null,
        Action<ScriptedDiscord>? script = null,
        TimeProvider? time = null
    )
    {
        var discord = await ScriptedDiscord.StartAsync();
        script?.Invoke(discord);
        TransportUnderTest.Prepare(discord);
        var options = new DiscordOptions
        {
            Token = ScriptedDiscord.Token,
            ApiBaseUrl = discord.ApiBaseUrl,
            Channels = [ulong.Parse(ScriptedDiscord.ChannelId, System.Globalization.CultureInfo.InvariantCulture)],
            QuestionsPerUserAndMinute = 100_000,
            QuestionsPerGuildAndMinute = 100_000,
            // The middle, so that tests know when a timer is due.
            Jitter = () => 0.5,
        };
        var log = new LogLines<DiscordService>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(newsroom);
        builder.Services.AddSingleton(provider => StateDatabase.Open(null, provider.GetServices<StateSchema>()));
        builder.Services.AddSingleton<ILogger<DiscordService>>(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddNewsDiscord(change?.Invoke(options) ?? options, TransportUnderTest.Transport);
        var host = builder.Build();
        host.MapNewsDiscord();
        await host.StartAsync();
        return new RunningBot(discord, host, log, time ?? TimeProvider.System);
    }

    /// <summary>Over HTTP with the key of <see cref="Signer"/>.</summary>
    public static DiscordOptions OverHttp(DiscordOptions options) =>
        options with
        {
            Mode = DiscordMode.Http,
            PublicKey = Convert.ToHexStringLower(Signer.PublicKey),
            ApplicationId = ulong.Parse(ScriptedDiscord.ApplicationId, System.Globalization.CultureInfo.InvariantCulture),
        };

    /// <summary>Sends an interaction as Discord does; returns status and body.</summary>
    public async Task<(int Status, JsonElement? Body)> CallAsync(ScriptedInteraction interaction)
    {
        Discord.ExpectCall(interaction);
        var (status, body) = await CallAsync(interaction.Json.ToJsonString(), time.GetUtcNow());
        if (status == 200)
            Discord.Acknowledged(interaction, body!.Value);
        return (status, body);
    }

    public async Task<(int Status, JsonElement? Body)> CallAsync(string body, DateTimeOffset at, Func<byte[], byte[]>? forge = null)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = Signer.Sign(Encoding.UTF8.GetBytes(timestamp + body));
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Urls.First() + DiscordServices.InteractionsPath)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(forge?.Invoke(signature) ?? signature));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Completes once no turn runs: everything that follows on a delivered reply is done.</summary>
    public Task IdleAsync() =>
        host.Services.GetRequiredService<DiscordService>().Turns.IdleAsync().InTimeAsync(what: "the end of all turns");

    /// <summary>Where subscribed digests are posted.</summary>
    public IDigestChannel DigestChannel => host.Services.GetRequiredService<DiscordService>().DigestChannel;

    /// <summary>What takes back the bot's posts when an archive's articles are withdrawn; the test says when it looks.</summary>
    public WithdrawalWatch WatchOf(ArticleArchive archive) =>
        new(archive, host.Services.GetRequiredService<CitedPosts>(), [.. host.Services.GetServices<IPostedChannel>()], time);

    /// <summary>Stops the host as a restart does.</summary>
    public Task StopAsync() => host.StopAsync().InTimeAsync(what: "the end of the host");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await host.DisposeAsync();
        await Discord.DisposeAsync();
        http.Dispose();
    }
}
