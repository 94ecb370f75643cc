namespace NewsBot.Settings;

/// <summary>Reads the addresses of servers outside that NewsBot calls. They may contain keys, and are never shown.</summary>
internal static class OutsideAddress
{
    /// <summary>Returns the address, also one of a host that is not public, which is a problem unless it is named.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="key">The setting, which must be there.</param>
    /// <param name="what">What to set, such as <c>the feed's address</c>.</param>
    /// <param name="example">An address as it should be written.</param>
    /// <param name="privateHosts">Hosts that may be called even if their addresses are private.</param>
    public static Uri? Read(SettingsReader reader, string key, string what, string example, IReadOnlyList<string> privateHosts)
    {
        if (reader.Text(key) is not { } value)
        {
            reader.Fail(key, "is missing", $"set {what}, such as {example}");
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            reader.Fail(key, "is not a web address", $"write it like {example}, without a user name");
            return null;
        }

        var host = url.IdnHost;
        if ((url.IsLoopback || PublicAddress.IsPrivate(host)) && !IsNamed(host, privateHosts))
            reader.Fail(key, $"leads to {host}, which is not a public address", "name that host in Ingest:PrivateHosts if you mean it");
        return url;
    }

    /// <summary>Determines whether a host is among those that the newsroom named.</summary>
    public static bool IsNamed(string host, IReadOnlyList<string> privateHosts) =>
        privateHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
