using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NewsBot.Access;
using NewsBot.Newsroom.State;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.SignIn;

/// <summary>Adds signing in by OpenID Connect, where the settings name a provider.</summary>
internal static class SignInServices
{
    /// <summary>Specifies the address to which the provider sends people back.</summary>
    public const string CallbackPath = "/signin-oidc";

    private const string KeysFolder = "keys";

    /// <summary>Adds the services; does nothing without a provider.</summary>
    public static void AddSignIn(this IServiceCollection services, NewsBotSettings settings)
    {
        if (settings.Access.SignIn is not { } signIn)
            return;
        services.AddSingleton<SignedInPeople>();
        // Kept, so that people stay signed in when the host starts again, and shared, so that they are so at each of several hosts.
        var protection = services.AddDataProtection().SetApplicationName("NewsBot");
        if (settings.Store.Provider == StoreProvider.Postgres)
            services
                .AddSingleton(SharedKeyRing.Schema)
                .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
                    options.XmlRepository = new SharedKeyRing(provider.GetRequiredService<StateDatabase>())
                ));
        else
            protection.PersistKeysToFileSystem(MakeFolder(Path.Combine(settings.DataDirectory, KeysFolder)));
        var secure = IsLoopbackOnly(settings) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => Configure(options, signIn, secure))
            .AddOpenIdConnect(options => Configure(options, settings, signIn, secure));
    }

    private static DirectoryInfo MakeFolder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static bool IsLoopbackOnly(NewsBotSettings settings) =>
        settings.PublicUrl is not { IsLoopback: false } && settings.Urls.All(ListeningAddress.IsLoopback);

    private static void Configure(CookieAuthenticationOptions options, SignInSettings signIn, CookieSecurePolicy secure)
    {
        options.Cookie.Name = "newsbot";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = secure;
        options.ExpireTimeSpan = signIn.Session;
        // A person who may no longer sign in at the provider is out when the session ends, however often they come.
        options.SlidingExpiration = false;
    }

    private static void Configure(OpenIdConnectOptions options, NewsBotSettings settings, SignInSettings signIn, CookieSecurePolicy secure)
    {
        options.Authority = signIn.Authority.AbsoluteUri.TrimEnd('/');
        options.ClientId = signIn.ClientId;
        options.ClientSecret = signIn.ClientSecret;
        options.RequireHttpsMetadata = !signIn.Authority.IsLoopback;
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // People come back with a link, not a form of another site, so cookies need no SameSite=None.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.TokenValidationParameters.NameClaimType = "name";
        foreach (var scope in signIn.Scopes.Append("email"))
            options.Scope.Add(scope);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = secure;
            cookie.HttpOnly = true;
        }

        options.Events.OnRedirectToIdentityProvider = context =>
        {
            // The address that is registered at the provider, whatever a proxy says.
            if (settings.PublicUrl is { } publicUrl)
                context.ProtocolMessage.RedirectUri = publicUrl.AbsoluteUri.TrimEnd('/') + CallbackPath;
            return Task.CompletedTask;
        };
        options.Events.OnTokenValidated = context =>
        {
            if (LacksGroups(context.Principal!, signIn.DeskClaim))
            {
                context.Fail(
                    $"The provider left out the claim {signIn.DeskClaim}, because the person is in too many groups; let it send only those assigned to the application."
                );
                return Task.CompletedTask;
            }

            // The session is a cookie: it holds what is read, and nothing else.
            context.Principal = Shortened(context.Principal!, signIn.DeskClaim);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = async context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot.SignIn").Failed(context.Failure);
            context.HandleResponse();
            await FailurePage.WriteAsync(
                context.HttpContext,
                new Problem(
                    StatusCodes.Status401Unauthorized,
                    "Signing in did not work. Open the page that you wanted again to try once more."
                )
            );
        };
    }

    // https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference#groups-overage-claim: without their groups, a person
    // of a desk would count as one of none, and might see more.
    private static bool LacksGroups(ClaimsPrincipal person, string deskClaim) =>
        person.FindFirst(deskClaim) is null
        && (
            person.HasClaim("hasgroups", "true")
            || person.FindFirstValue("_claim_names")?.Contains($"\"{deskClaim}\"", StringComparison.Ordinal) == true
        );

    private static ClaimsPrincipal Shortened(ClaimsPrincipal person, string deskClaim) =>
        new(
            new ClaimsIdentity(
                person.Claims.Where(claim => SignedInPeople.Kept.Contains(claim.Type) || claim.Type == deskClaim),
                OpenIdConnectDefaults.AuthenticationScheme,
                "name",
                null
            )
        );
}
