using System.Net;
using NewsBot.Teams.Options;

namespace NewsBot.Teams.Trust;

/// <summary>Decides which service URLs replies, and with them the bot's token, may go to. Thread-safe.</summary>
internal sealed class ServiceHosts(TeamsOptions options)
{
    /// <summary>Represents the hosts of the public, US Government and China clouds.</summary>
    private static readonly string[] Clouds =
    [
        "*.botframework.com",
        "smba.trafficmanager.net",
        "*.botframework.us",
        "*.botframework.azure.cn",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    private readonly IReadOnlyList<string> _hosts = options.AllowedServiceHosts.Count > 0 ? options.AllowedServiceHosts : Clouds;

    /// <summary>
    /// Determines whether a post may go there: HTTPS to a listed host; without an app id, only a loopback address, and only a listed one or
    /// a listed port. Anyone on this machine may then name the address, and must not make the host call other programs' ports.
    /// </summary>
    public bool Allows(string? serviceUrl)
    {
        if (
            !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
            || url.UserInfo.Length > 0
            || url.Query.Length > 0
            || url.Fragment.Length > 0
        )
            return false;
        var loopback = IsLoopback(url);
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && loopback))
            return false;
        if (!options.RequiresTokens)
            return loopback
                && (options.LocalServicePorts.Contains(url.Port) || options.AllowedServiceHosts.Any(host => Matches(host, url.IdnHost)));
        return _hosts.Any(host => Matches(host, url.IdnHost));
    }

    /// <summary>
    /// Determines whether a host is loopback by address, or is named localhost: no other name counts, since a name can be pointed anywhere.
    /// </summary>
    public static bool IsLoopback(Uri url) =>
        url.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static bool Matches(string pattern, string host) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(pattern.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
}
