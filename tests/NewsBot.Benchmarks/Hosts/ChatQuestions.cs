using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.TestSupport.Discord;
using Org.BouncyCastle.Crypto.Parameters;
using Signer = Org.BouncyCastle.Crypto.Signers.Ed25519Signer;

namespace NewsBot.Benchmarks.Hosts;

/// <summary>
/// Asks two hosts as Teams and Discord do behind a balancer: each question goes to the hosts in turn, and to the other one when a host does
/// not take it. Teams sends the same message again; on Discord a person asks again, which is another interaction. Thread-safe.
/// </summary>
internal sealed class ChatQuestions(IReadOnlyList<HttpClient> hosts, int receiver)
{
    private const int Conversations = 50;
    private static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Questions =
    [
        "where was Putin?",
        "what did Peskov say?",
        "who was accused of the attack?",
        "what did Ukraine say about the drone attack?",
    ];

    private readonly Ed25519PrivateKeyParameters key = new(new byte[32], 0);
    private readonly ConcurrentDictionary<string, (long Asked, double Acknowledged)> taken = new(StringComparer.Ordinal);
    private int again;

    /// <summary>Gets the key that the hosts check Discord's calls with, as hexadecimal digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(key.GeneratePublicKey().GetEncoded());

    /// <summary>
    /// Gets for each acknowledged question when it was asked first, by <see cref="Stopwatch" />, and after how many milliseconds the try
    /// that succeeded was acknowledged.
    /// </summary>
    public IReadOnlyDictionary<string, (long Asked, double Acknowledged)> Taken => taken;

    /// <summary>Gets how often a host did not take a question.</summary>
    public int Again => again;

    /// <summary>Asks one question, in turn in Teams and on Discord, until a host takes it.</summary>
    public async Task AskAsync(int number)
    {
        var asked = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var client = hosts[(number / 2 + attempt) % hosts.Count];
            var (id, request) = number % 2 == 0 ? InTeams(number) : OnDiscord(number);
            using (request)
            {
                var began = Stopwatch.GetTimestamp();
                if (await IsTakenAsync(client, request))
                {
                    taken[id] = (asked, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    return;
                }
            }

            Interlocked.Increment(ref again);
            await Task.Delay(BeforeAnotherTry);
        }
    }

    private static async Task<bool> IsTakenAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            using var response = await client.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception down) when (down is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private (string Id, HttpRequestMessage Request) InTeams(int number)
    {
        var conversation = number / 2 % Conversations;
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}-{number}");
        var message = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id,
            ["channelId"] = "msteams",
            ["serviceUrl"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{receiver}"),
            ["from"] = new JsonObject { ["id"] = $"29:person-{conversation}", ["name"] = "Someone" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "NewsBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = $"conversation-{conversation}",
                ["conversationType"] = "personal",
                ["tenantId"] = $"tenant-{conversation % 5}",
            },
            ["text"] = Questions[number / 2 % Questions.Length],
        };
        return (
            id,
            new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative))
            {
                Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
            }
        );
    }

    private (string Id, HttpRequestMessage Request) OnDiscord(int number)
    {
        var ask = ScriptedInteraction.Command("ask", ("question", Questions[number / 2 % Questions.Length]));
        var body = ask.Json.ToJsonString();
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signer = new Signer();
        signer.Init(true, key);
        var signed = Encoding.UTF8.GetBytes(at + body);
        signer.BlockUpdate(signed, 0, signed.Length);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/discord/interactions", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Signature-Timestamp", at);
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signer.GenerateSignature()));
        return (ask.Token, request);
    }
}
