using System.Net;

namespace NewsBot.Settings;

/// <summary>Represents who may use the pages and the API. Rights to articles are those of desks.</summary>
internal sealed record AccessSettings
{
    /// <summary>Gets a value indicating whether everyone who reaches the host may read and ask.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Gets how people sign in; null: nobody can.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>Gets the e-mail addresses, ids and groups of people who may withdraw articles.</summary>
    public IReadOnlyList<string> Admins { get; init; } = [];

    /// <summary>Gets the e-mail addresses, ids and groups of people who may read; empty: everyone who can sign in.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Gets the proxies whose statements about a request's client, scheme and host are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Gets the limits.</summary>
    public required LimitSettings Limits { get; init; }

    /// <summary>Reads section <c>Access</c>, except for the desks in it.</summary>
    public static AccessSettings Read(SettingsReader reader)
    {
        var settings = new AccessSettings
        {
            AllowAnonymous = reader.Flag("Access:AllowAnonymous", false),
            SignIn = SignInSettings.Read(reader),
            Admins = reader.List("Access:Admins"),
            Readers = reader.List("Access:Readers"),
            TrustedProxies = ReadProxies(reader),
            Limits = LimitSettings.Read(reader),
        };
        foreach (var (key, list) in new[] { ("Access:Admins", settings.Admins), ("Access:Readers", settings.Readers) })
        {
            if (list.Count > 0 && settings.SignIn is null)
                reader.Fail(key, "is set, but nobody can sign in", "set Access:SignIn:Authority, or remove it");
        }

        return settings;
    }

    private static List<IPNetwork> ReadProxies(SettingsReader reader)
    {
        var proxies = new List<IPNetwork>();
        foreach (var written in reader.List("Access:TrustedProxies"))
        {
            if (IPAddress.TryParse(written, out var address))
                proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(written, out var network))
                proxies.Add(network);
            else
                reader.Fail(
                    "Access:TrustedProxies",
                    $"contains \"{written}\"",
                    "write addresses such as 10.0.0.7, or networks such as 10.0.0.0/24"
                );
        }

        return proxies;
    }
}
