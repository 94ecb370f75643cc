namespace NewsBot.Teams.Options;

/// <summary>Represents the settings of the Teams adapter, section <c>Teams</c>.</summary>
public sealed record TeamsOptions
{
    /// <summary>Gets the bot's application (client) id; null or empty: local development, served over loopback only.</summary>
    public string? AppId { get; init; }

    /// <summary>Gets the client secret; a secret, never logged.</summary>
    public string? AppPassword { get; init; }

    /// <summary>Gets a PKCS#12 file with the app's certificate and private key, instead of a secret.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Gets the password of <see cref="CertificatePath"/>, if it has one; a secret, never logged.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Gets how the bot is registered.</summary>
    public TeamsAppType AppType { get; init; } = TeamsAppType.SingleTenant;

    /// <summary>Gets the tenant of a single-tenant app or of a managed identity: an id or a domain.</summary>
    public string? TenantId { get; init; }

    /// <summary>Gets the address that publishes the keys of inbound tokens. Default: that of the public cloud.</summary>
    public Uri? OpenIdMetadataUrl { get; init; }

    /// <summary>Gets the token endpoint for the client secret, instead of the public cloud's.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Gets the requested scope. Default: that of the cloud of <see cref="TokenUrl"/>.</summary>
    public string? TokenScope { get; init; }

    /// <summary>
    /// Gets the hosts that replies, and with them the bot's token, may go to; <c>*.example.com</c> means every host below it. Empty: the
    /// hosts of the public, US Government and China clouds. Plain HTTP is used only for listed loopback addresses.
    /// </summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>
    /// Gets the ports of this machine that replies may go to without an app id; other ports only on a loopback address listed in
    /// <see cref="AllowedServiceHosts"/>. Default: that of Microsoft's Agents Playground.
    /// </summary>
    public IReadOnlyList<int> LocalServicePorts { get; init; } = [AgentsPlaygroundPort];

    /// <summary>Specifies the port on which Microsoft's Agents Playground listens unless it is taken.</summary>
    public const int AgentsPlaygroundPort = 56150;

    /// <summary>Gets the folder of the state database, used by one host with Teams at a time.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Gets the maximum number of waiting messages, 1 to 1,000,000; further ones get 503 with Retry-After.</summary>
    public int QueueCapacity { get; init; } = 20_000;

    /// <summary>Gets the maximum number of questions answered at once, 1 to 256.</summary>
    public int Workers { get; init; } = DefaultWorkers;

    /// <summary>Gets the number of workers used unless another is set: that of the processors, at least two.</summary>
    public static int DefaultWorkers => Math.Clamp(Environment.ProcessorCount, 2, 256);

    /// <summary>Gets the maximum number of requests to one tenant in a second, 1 to 1,000.</summary>
    public int TenantSendsPerSecond { get; init; } = 30;

    /// <summary>Gets how long answers and feedback are kept, at least a day.</summary>
    public TimeSpan KeepAnswers { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Gets how long answered messages, by which repeated ones are known, and posts that arrived are kept. Redeliveries come within
    /// minutes; the default of two days leaves room for an outage.
    /// </summary>
    public TimeSpan KeepFinished { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Gets a value indicating whether inbound requests must carry a token.</summary>
    internal bool RequiresTokens => !string.IsNullOrEmpty(AppId);
}
