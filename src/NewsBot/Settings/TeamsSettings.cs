using System.Globalization;
using NewsBot.Teams.Options;

namespace NewsBot.Settings;

/// <summary>Represents the settings of Microsoft Teams.</summary>
internal sealed record TeamsSettings
{
    /// <summary>Gets the bot's app id; null: local development over loopback only.</summary>
    public Guid? AppId { get; init; }

    /// <summary>Gets the app's secret; never logged.</summary>
    public string? AppPassword { get; init; }

    /// <summary>Gets the PKCS#12 file of the app's certificate, an alternative to a secret.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Gets the password of the certificate's file; never logged.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Gets how the bot is registered.</summary>
    public TeamsAppType AppType { get; init; }

    /// <summary>Gets the tenant of a single-tenant app.</summary>
    public string? TenantId { get; init; }

    /// <summary>Gets the address that publishes the keys of inbound tokens; null: that of the public cloud.</summary>
    public Uri? OpenIdMetadataUrl { get; init; }

    /// <summary>Gets the address that issues outbound tokens; null: that of the public cloud.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Gets the hosts that replies may be sent to; empty: those of the public cloud.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>Gets the ports of this machine that replies may go to without an app id.</summary>
    public IReadOnlyList<int> LocalServicePorts { get; init; } = [TeamsOptions.AgentsPlaygroundPort];

    /// <summary>Gets the number of requests sent to one tenant in a second.</summary>
    public int TenantSendsPerSecond { get; init; }

    /// <summary>Gets the number of messages that may wait for their answers; senders of further ones are asked to try again.</summary>
    public int QueueCapacity { get; init; }

    /// <summary>Gets the number of questions answered at once.</summary>
    public int Workers { get; init; }

    /// <summary>Gets how many days answers and feedback are kept.</summary>
    public int KeepAnswersDays { get; init; }

    /// <summary>Reads section <c>Teams</c>.</summary>
    public static TeamsSettings Read(SettingsReader reader)
    {
        var appId = reader.Text("Teams:AppId");
        var settings = new TeamsSettings
        {
            AppId = Guid.TryParse(appId, out var id) ? id : null,
            AppPassword = reader.Text("Teams:AppPassword"),
            CertificatePath = reader.Text("Teams:CertificatePath"),
            CertificatePassword = reader.Text("Teams:CertificatePassword"),
            AppType = reader.Choice("Teams:AppType", TeamsAppType.SingleTenant),
            TenantId = reader.Text("Teams:TenantId"),
            OpenIdMetadataUrl = reader.WebAddress("Teams:OpenIdMetadataUrl"),
            TokenUrl = reader.WebAddress("Teams:TokenUrl"),
            AllowedServiceHosts = reader.List("Teams:AllowedServiceHosts"),
            LocalServicePorts = ReadPorts(reader),
            TenantSendsPerSecond = reader.Count("Teams:TenantSendsPerSecond", 30),
            QueueCapacity = reader.Count("Teams:QueueCapacity", 20_000),
            Workers = reader.Whole("Teams:Workers", TeamsOptions.DefaultWorkers, 1, 256),
            KeepAnswersDays = reader.Whole("Teams:KeepAnswersDays", 90, 1, 3650),
        };
        settings.Check(reader, appId);
        return settings;
    }

    /// <summary>Returns the settings in the adapter's form.</summary>
    /// <param name="dataDirectory">The folder of the state database.</param>
    public TeamsOptions ToOptions(string dataDirectory) =>
        new()
        {
            AppId = AppId?.ToString(),
            AppPassword = AppPassword,
            CertificatePath = CertificatePath,
            CertificatePassword = CertificatePassword,
            AppType = AppType,
            TenantId = TenantId,
            OpenIdMetadataUrl = OpenIdMetadataUrl,
            TokenUrl = TokenUrl,
            AllowedServiceHosts = AllowedServiceHosts,
            LocalServicePorts = LocalServicePorts,
            TenantSendsPerSecond = TenantSendsPerSecond,
            QueueCapacity = QueueCapacity,
            Workers = Workers,
            KeepAnswers = TimeSpan.FromDays(KeepAnswersDays),
            DataDirectory = dataDirectory,
        };

    private static List<int> ReadPorts(SettingsReader reader)
    {
        const string Key = "Teams:LocalServicePorts";
        var written = reader.List(Key);
        if (written.Count == 0)
            return [TeamsOptions.AgentsPlaygroundPort];
        var ports = new List<int>();
        foreach (var port in written)
        {
            if (ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                ports.Add(number);
            else
                reader.Fail(Key, $"contains \"{port}\"", "list ports, whole numbers from 1 to 65535");
        }

        return ports;
    }

    private void Check(SettingsReader reader, string? appId)
    {
        if (appId is not null && AppId is null)
            reader.Fail("Teams:AppId", $"is \"{appId}\"", "copy the Microsoft App ID, a GUID, from the bot's registration");
        if (AppId is not null && AppPassword is null && CertificatePath is null && AppType != TeamsAppType.UserAssignedMsi)
            reader.Fail("Teams:AppPassword", "is missing", "set the app's secret, or Teams:AppType UserAssignedMsi for a managed identity");
        if (AppId is not null && TenantId is null && AppType == TeamsAppType.SingleTenant)
            reader.Fail("Teams:TenantId", "is missing", "set the tenant's id or domain, or Teams:AppType MultiTenant");
        foreach (var host in AllowedServiceHosts.Where(host => Uri.CheckHostName(host.TrimStart('*', '.')) == UriHostNameType.Unknown))
            reader.Fail("Teams:AllowedServiceHosts", $"contains \"{host}\"", "list host names without https:// and without a path");
        // What the reader reported above in its own words is not reported again.
        if (reader.Problems.Any(problem => problem.Key?.StartsWith("Teams:", StringComparison.Ordinal) == true))
            return;
        foreach (var problem in TeamsOptionsCheck.Problems(ToOptions(".")))
            reader.Fail(problem.Key, "cannot be used", problem.Remedy);
    }
}
