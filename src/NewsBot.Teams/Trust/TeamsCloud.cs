namespace NewsBot.Teams.Trust;

/// <summary>Specifies addresses of the three clouds (Bot Connector authentication, Microsoft documentation).</summary>
internal static class TeamsCloud
{
    public static readonly Uri PublicMetadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    private const string PublicIssuer = "https://api.botframework.com";
    private const string GovernmentIssuer = "https://api.botframework.us";
    private const string ChinaIssuer = "https://api.botframework.azure.cn";

    /// <summary>Returns the issuer of the tokens that the keys of this metadata document verify.</summary>
    public static string Issuer(Uri? metadata) =>
        metadata?.Host switch
        {
            { } host when host.EndsWith(".us", StringComparison.OrdinalIgnoreCase) => GovernmentIssuer,
            { } host when host.EndsWith(".cn", StringComparison.OrdinalIgnoreCase) => ChinaIssuer,
            _ => PublicIssuer,
        };

    /// <summary>Returns the scope of the bot's tokens.</summary>
    public static string Scope(Uri? tokenUrl) =>
        (
            tokenUrl?.Host switch
            {
                { } host when host.EndsWith(".us", StringComparison.OrdinalIgnoreCase) => GovernmentIssuer,
                { } host when host.EndsWith(".cn", StringComparison.OrdinalIgnoreCase) => ChinaIssuer,
                _ => PublicIssuer,
            }
        ) + "/.default";
}
