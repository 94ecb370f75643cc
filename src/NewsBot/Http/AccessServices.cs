using Microsoft.AspNetCore.HttpOverrides;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.SignIn;

namespace NewsBot.Http;

/// <summary>Adds what decides who may use the host.</summary>
internal static class AccessServices
{
    /// <summary>Adds callers, keys, sign-in and limits.</summary>
    public static void AddAccess(this IServiceCollection services, NewsBotSettings settings)
    {
        services.AddSingleton(ApiKeys.Schema).AddSingleton<ApiKeys>();
        services.AddScoped<CurrentCaller>();
        services.AddSingleton(new HostReaders(settings.Digests.Desks, settings.Digests.HostDesk));
        // In place of the one that verbs read with: here it belongs to the caller, and without a caller there is none.
        services.AddScoped(provider =>
            provider.GetRequiredService<HostReaders>().Of(provider.GetRequiredService<CurrentCaller>().Required)
        );
        services.AddSignIn(settings);
        services.AddSingleton<LimitMeter>();
        services.AddCallLimits(settings.Access.Limits);
    }

    /// <summary>Takes a request's client, scheme and host from the headers of trusted proxies, and of no one else.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, AccessSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // Each further proxy has to be trusted, too.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Determines the caller, and lets through what the caller may do and the limits allow.</summary>
    public static void UseAccess(this IApplicationBuilder app, AccessSettings settings)
    {
        if (settings.SignIn is not null)
            app.UseAuthentication();
        app.UseMiddleware<CallerMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<WorkLimit>();
    }
}
