namespace NewsBot.Arriving;

/// <summary>Prevents a connection from being opened. It never leaves <see cref="FeedFetcher"/>.</summary>
internal sealed class RefusedAddressException(string host)
    : Exception($"leads to {host}, which is not a public address; name that host in Ingest:PrivateHosts if it is meant");
