namespace NewsBot.Teams.Tokens;

/// <summary>Reports that no token is available; the message gives the reason without secrets.</summary>
internal sealed class ConnectorTokenException(string message, Exception? inner = null) : Exception(message, inner);
