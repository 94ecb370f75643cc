namespace NewsBot.Arriving;

/// <summary>Keeps a connection from being opened; it never leaves <see cref="FeedFetcher"/>.</summary>
internal sealed class RefusedAddressException(string host)
    : Exception($"leads to {host}, which is not a public address; name that host in Ingest:PrivateHosts if it is meant");
