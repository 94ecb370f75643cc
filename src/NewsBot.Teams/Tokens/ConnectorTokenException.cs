namespace NewsBot.Teams.Tokens;

/// <summary>There is no token to be had; the message says why without secrets.</summary>
internal sealed class ConnectorTokenException(string message, Exception? inner = null) : Exception(message, inner);
