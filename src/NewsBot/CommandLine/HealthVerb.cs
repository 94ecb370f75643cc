using System.CommandLine;
using System.Text.Json;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>health</c>: asks the host of these settings whether it is ready, for containers and timers.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("health", "Asks the host of these settings whether it is ready; the exit code is 1 when it is not.");
        verb.Examples("newsbot health", "newsbot health --config /etc/newsbot/appsettings.json");
        frame.Run(verb, (_, settings, cancellationToken) => AskAsync(frame.Context, settings, cancellationToken));
        return verb;
    }

    private static async Task<int> AskAsync(VerbContext context, NewsBotSettings settings, CancellationToken cancellationToken)
    {
        var address = new Uri(ListeningAddress.ToBrowse(settings.Urls[0]), "health/ready");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            await using var output = context.OpenText();
            await output.WriteLineAsync(PlainText.OneLine(Describe(response.IsSuccessStatusCode, body)));
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var why = failure is HttpRequestException ? failure.Message.TrimEnd('.') : $"no answer within {Patience.TotalSeconds:0} s";
            await context.Error.WriteLineAsync($"NewsBot does not answer at {address} ({why}); check that it runs and listens there.");
            return ExitCode.Failed;
        }
    }

    private static string Describe(bool isReady, string body)
    {
        try
        {
            if (isReady)
                return JsonSerializer.Deserialize(body, NewsBotJson.Wire.HealthJson)?.Status ?? body;
            return JsonSerializer.Deserialize(body, NewsBotJson.Wire.ProblemJson)?.Detail ?? body;
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
