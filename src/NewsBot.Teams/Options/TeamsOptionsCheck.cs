namespace NewsBot.Teams.Options;

/// <summary>Finds settings that cannot work before the host starts with them.</summary>
public static class TeamsOptionsCheck
{
    /// <summary>Returns every problem of the settings; empty when they can be used. Does not read files or call services.</summary>
    public static IReadOnlyList<TeamsOptionsProblem> Problems(TeamsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<TeamsOptionsProblem>();
        if (options.RequiresTokens)
            AddIdentity(options, problems);
        else if (!string.IsNullOrEmpty(options.AppPassword) || options.CertificatePath is not null)
            problems.Add(
                new("Teams:AppId", "a secret or certificate is set without the app's id; set Teams:AppId to the bot's application id.")
            );

        AddUrl(problems, "Teams:OpenIdMetadataUrl", options.OpenIdMetadataUrl);
        AddUrl(problems, "Teams:TokenUrl", options.TokenUrl);
        foreach (var host in options.AllowedServiceHosts)
        {
            var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
            if (Uri.CheckHostName(name.Trim('[', ']')) == UriHostNameType.Unknown)
                problems.Add(
                    new(
                        "Teams:AllowedServiceHosts",
                        $"\"{host}\" is not a host; write smba.trafficmanager.net or *.botframework.com, without https:// and port."
                    )
                );
        }

        AddRange(problems, "Teams:QueueCapacity", options.QueueCapacity, 1_000_000);
        AddRange(problems, "Teams:Workers", options.Workers, 256);
        AddRange(problems, "Teams:TenantSendsPerSecond", options.TenantSendsPerSecond, 1_000);
        if (options.KeepAnswers < TimeSpan.FromDays(1))
            problems.Add(new("Teams:KeepAnswersDays", "answers are kept for at least a day, so that feedback finds them."));
        return problems;
    }

    private static void AddIdentity(TeamsOptions options, List<TeamsOptionsProblem> problems)
    {
        var hasSecret = !string.IsNullOrEmpty(options.AppPassword);
        var hasCertificate = !string.IsNullOrEmpty(options.CertificatePath);
        if (options.AppType == TeamsAppType.UserAssignedMsi)
        {
            if (hasSecret || hasCertificate)
                problems.Add(
                    new(
                        "Teams:AppType",
                        "a managed identity has neither secret nor certificate; remove them, or set Teams:AppType to SingleTenant."
                    )
                );
            return;
        }

        if (!hasSecret && !hasCertificate)
            problems.Add(
                new(
                    "Teams:AppPassword",
                    "is missing; set the app's client secret or Teams:CertificatePath, or set Teams:AppType to UserAssignedMsi."
                )
            );
        if (hasSecret && hasCertificate)
            problems.Add(new("Teams:CertificatePath", "is set in addition to Teams:AppPassword; remove one of them."));
        if (hasCertificate && options.TokenUrl is not null)
            problems.Add(new("Teams:TokenUrl", "works with a client secret only; remove it, or use Teams:AppPassword."));
        if (options.AppType == TeamsAppType.SingleTenant && string.IsNullOrEmpty(options.TenantId) && options.TokenUrl is null)
            problems.Add(new("Teams:TenantId", "is missing; set it to the id of the bot's tenant."));
    }

    private static void AddUrl(List<TeamsOptionsProblem> problems, string key, Uri? url)
    {
        if (url is null || (url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
            return;
        problems.Add(new(key, "must be an https URL (http is allowed for loopback only)."));
    }

    private static void AddRange(List<TeamsOptionsProblem> problems, string key, int value, int max)
    {
        if (value < 1 || value > max)
            problems.Add(new(key, $"is {value}; use 1 to {max}."));
    }
}
