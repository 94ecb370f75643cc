using Discord.Net;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.DiscordNet.Gateway;

/// <summary>
/// Determines which ends of a connection are final. The library reconnects except after what it considers hopeless, which differs from
/// Discord's view: not a rejected token, but an expired session and a READY that it cannot read.
/// </summary>
internal static class LibraryEnd
{
    private const int SessionExpired = 4006;
    private const string UnreadableReady = "Processing READY failed";

    /// <summary>Returns the end of the connection; null: the library reconnects.</summary>
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

    /// <summary>Returns the reason for the log.</summary>
    public static string Reason(Exception? exception) => exception?.InnerException?.Message ?? exception?.Message ?? "the connection ended";
}
