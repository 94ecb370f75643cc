namespace NewsBot.Settings;

/// <summary>Represents an address that the host listens on, such as <c>http://127.0.0.1:3978</c> or <c>http://*:80</c>.</summary>
internal static class ListeningAddress
{
    /// <summary>Reads the forms that Kestrel accepts, except for Unix sockets and paths.</summary>
    public static bool IsValid(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return false;
        }

        return address.Scheme is "http" or "https"
            && address.PathBase.Length == 0
            && !address.IsUnixPipe
            && !string.IsNullOrEmpty(address.Host)
            && address.Port is >= 0 and <= 65535
            && !url.Contains('?', StringComparison.Ordinal)
            && !url.Contains('@', StringComparison.Ordinal);
    }

    /// <summary>Returns the address for a browser on the same machine: a wildcard host becomes <c>localhost</c>.</summary>
    /// <param name="url">A valid address.</param>
    public static Uri ToBrowse(string url)
    {
        var address = BindingAddress.Parse(url);
        return new UriBuilder(address.Scheme, IsWildcard(address) ? "localhost" : address.Host, address.Port).Uri;
    }

    /// <summary>Determines whether only programs on the same machine can reach it.</summary>
    /// <param name="url">A valid address.</param>
    public static bool IsLoopback(string url) => !IsWildcard(BindingAddress.Parse(url)) && ToBrowse(url).IsLoopback;

    private static bool IsWildcard(BindingAddress address) => address.Host is "*" or "+" or "0.0.0.0" or "[::]";
}
