using NewsBot.Discord.Diagnostics;

namespace NewsBot.Discord.Gateway;

/// <summary>Decides what to do after the gateway closed a connection with a code.</summary>
/// <remarks>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</remarks>
internal static class GatewayCloseCode
{
    /// <summary>Specifies our own code: the connection is broken, the session is not. 1000 and 1001 would end the session.</summary>
    public const int StillAlive = 4900;

    /// <summary>Returns the next step.</summary>
    public static NextStep NextStep(int? code) =>
        code switch
        {
            4004 or (>= 4010 and <= 4014) => Gateway.NextStep.Stop,
            // 4003: not authenticated, 4007: wrong sequence number, 4009: session timed out; 1000 and 1001 end the session.
            4003 or 4007 or 4009 or 1000 or 1001 => Gateway.NextStep.Identify,
            _ => Gateway.NextStep.Resume,
        };

    /// <summary>Returns the meaning of a code that stops the adapter, and the remedy.</summary>
    public static (string Reason, string Remedy) Explain(int code) =>
        code switch
        {
            4004 => ("the gateway rejected the bot's token (4004)", Log.TokenRemedy),
            4010 => ("the gateway rejected the shard (4010)", "Restart NewsBot; if it happens again, report it."),
            4011 => (
                "the bot is in too many servers for one connection (4011)",
                "Restart NewsBot: it asks for the number of shards at start."
            ),
            4012 => ("the gateway no longer supports this version (4012)", "Update NewsBot."),
            4013 => ("the gateway does not know the intents (4013)", "Update NewsBot."),
            4014 => ("the gateway does not allow the intents (4014)", "Look at Privileged Gateway Intents on the application's Bot page."),
            _ => ($"the gateway closed the connection ({code})", "Restart NewsBot."),
        };
}
