namespace NewsBot.Connections;

/// <summary>Prevents a connection from being opened. Whoever uses a <see cref="PublicConnector"/> turns it into a result.</summary>
internal sealed class RefusedAddressException(string host)
    : Exception($"leads to {host}, which is not a public address; name that host in Ingest:PrivateHosts if it is meant");
