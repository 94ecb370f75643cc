using Discord.Net;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.DiscordNet.Gateway;

/// <summary>
/// Which ends of a connection are final. The library connects again after everything but what it takes for hopeless, and it takes other
/// things for hopeless than Discord does: a refused token not, a session that has expired and a READY that it cannot read well.
/// </summary>
internal static class LibraryEnd
{
    private const int SessionExpired = 4006;
    private const string UnreadableReady = "Processing READY failed";

    /// <summary>How it ends; null: the library connects again.</summary>
    public static ConnectionEnd? Of(Exception? exception)
    {
        var code = (exception as WebSocketClosedException ?? exception?.InnerException as WebSocketClosedException)?.CloseCode;
        if (GatewayCloseCode.NextStep(code) == NextStep.Stop)
        {
            var (reason, remedy) = GatewayCloseCode.Explain(code!.Value);
            return new ConnectionEnd(NextStep.Stop, reason, remedy);
        }

        return code == SessionExpired || exception?.Message == UnreadableReady
            ? new ConnectionEnd(NextStep.Identify, $"Discord.Net gave up ({Reason(exception)})")
            : null;
    }

    /// <summary>For the log.</summary>
    public static string Reason(Exception? exception) => exception?.InnerException?.Message ?? exception?.Message ?? "the connection ended";
}
