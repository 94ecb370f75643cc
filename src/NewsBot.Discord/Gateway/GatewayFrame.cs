namespace NewsBot.Discord.Gateway;

/// <summary>Represents a message of a WebSocket, or its end.</summary>
/// <param name="Data">Empty at the end.</param>
/// <param name="IsBinary">Compressed.</param>
/// <param name="IsEnd">The other side closed the connection.</param>
/// <param name="CloseCode">The code sent with the end; null: none.</param>
internal readonly record struct GatewayFrame(byte[] Data, bool IsBinary, bool IsEnd, int? CloseCode);
