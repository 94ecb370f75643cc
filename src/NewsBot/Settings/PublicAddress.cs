using System.Net;
using System.Net.Sockets;

namespace NewsBot.Settings;

/// <summary>Distinguishes addresses of the public internet from those that only this machine or network reaches.</summary>
internal static class PublicAddress
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly IPNetwork[] NotPublic4 =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // https://www.iana.org/assignments/ipv6-address-space: unicast is 2000::/3, of which Teredo, documentation and 6to4 lead elsewhere.
    private static readonly IPNetwork Unicast6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network)),
    ];

    // RFC 6052: an IPv4 address in its last four bytes.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Determines whether an address belongs to the public internet.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(NotPublic4, network => network.Contains(address));
        if (Translated.Contains(address))
            return Is(new IPAddress(address.GetAddressBytes()[12..]));
        return Unicast6.Contains(address) && !Array.Exists(NotPublic6, network => network.Contains(address));
    }

    /// <summary>Determines whether a host is written as an address that is not public.</summary>
    public static bool IsPrivate(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) && !Is(address);
}
