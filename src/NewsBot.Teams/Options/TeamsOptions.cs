namespace NewsBot.Teams.Options;

/// <summary>Settings of the Teams adapter, section <c>Teams</c>.</summary>
public sealed record TeamsOptions
{
    /// <summary>The bot's application (client) id; null or empty: local development, served over loopback only.</summary>
    public string? AppId { get; init; }

    /// <summary>The client secret; a secret, never logged.</summary>
    public string? AppPassword { get; init; }

    /// <summary>A PKCS#12 file with the app's certificate and private key, instead of a secret.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The password of <see cref="CertificatePath"/>, if it has one; a secret, never logged.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>How the bot is registered.</summary>
    public TeamsAppType AppType { get; init; } = TeamsAppType.SingleTenant;

    /// <summary>The tenant of a single-tenant app or of a managed identity: an id or a domain.</summary>
    public string? TenantId { get; init; }

    /// <summary>Where the keys of inbound tokens are published. Default: the public cloud's.</summary>
    public Uri? OpenIdMetadataUrl { get; init; }

    /// <summary>The token endpoint for the client secret, in place of the public cloud's.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>The scope asked for. Default: that of the cloud of <see cref="TokenUrl"/>.</summary>
    public string? TokenScope { get; init; }

    /// <summary>
    /// Hosts that replies, and with them the bot's token, may go to; <c>*.example.com</c> means every host below it.
    /// Empty: the hosts of the public, US Government and China clouds. Plain HTTP is spoken to listed loopback addresses only.
    /// </summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>The folder of the state database; one host with Teams at a time works on it.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The most messages that wait at once, 1 to 1,000,000; further ones get 503 with Retry-After.</summary>
    public int QueueCapacity { get; init; } = 20_000;

    /// <summary>The most questions that are answered at once, 1 to 256.</summary>
    public int Workers { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>The most requests to one tenant in a second, 1 to 1,000.</summary>
    public int TenantSendsPerSecond { get; init; } = 30;

    /// <summary>How long answers and feedback are kept, at least a day.</summary>
    public TimeSpan KeepAnswers { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Whether inbound requests must carry a token.</summary>
    internal bool RequiresTokens => !string.IsNullOrEmpty(AppId);
}
