using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.Extensions;
using NewsBot.Access;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.SignIn;

/// <summary>Serves the addresses that sign people in and out.</summary>
internal static class SignInEndpoints
{
    private const string SignedOutPath = "/signed-out";

    // The address travels through the provider, which limits its length.
    private const int MaxReturnChars = 2000;

    /// <summary>Maps the addresses; does nothing without a provider.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes, AccessSettings settings)
    {
        if (settings.SignIn is null)
            return;
        routes
            .MapGet(
                PagePaths.SignInPath,
                (RequestDelegate)(context => ChallengeAsync(context, LocalAddress(context.Request.Query["return"].ToString(), context)))
            )
            .WithMetadata(EndpointAccess.Everyone);
        routes.MapPost(PagePaths.SignOutPath, SignOutAsync).WithMetadata(EndpointAccess.Everyone);
        routes.MapGet(SignedOutPath, ShowSignedOutAsync).WithMetadata(EndpointAccess.Everyone);
    }

    /// <summary>Sends a person to the provider, and back to the page that they asked for.</summary>
    public static Task ChallengeAsync(HttpContext context) =>
        ChallengeAsync(context, LocalAddress(context.Request.GetEncodedPathAndQuery(), context));

    private static async Task ChallengeAsync(HttpContext context, string address)
    {
        try
        {
            await context.ChallengeAsync(
                OpenIdConnectDefaults.AuthenticationScheme,
                new AuthenticationProperties { RedirectUri = address }
            );
            context.Response.Headers.CacheControl = "no-store";
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            // The handler throws whatever the provider's silence caused.
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot.SignIn").ProviderIsSilent(error);
            context.Response.Headers.RetryAfter = "30";
            await FailurePage.WriteAsync(
                context,
                new Problem(
                    StatusCodes.Status503ServiceUnavailable,
                    "The service that signs people in does not answer. Try again in a minute."
                )
            );
        }
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        if (!OwnPages.Sent(context.Request))
        {
            await FailurePage.WriteAsync(
                context,
                new Problem(StatusCodes.Status403Forbidden, "This form did not come from this site. Sign out by the menu of a page.")
            );
            return;
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{context.Request.PathBase}{SignedOutPath}";
    }

    private static Task ShowSignedOutAsync(HttpContext context) =>
        PageResponse.WriteAsync<NoticePage>(
            context,
            new()
            {
                [nameof(NoticePage.Heading)] = "You are signed out",
                [nameof(NoticePage.Detail)] =
                    "On a shared computer, sign out of the service that signed you in, too: it may let you in again without a question.",
                [nameof(NoticePage.Next)] = "Sign in again",
            }
        );

    /// <summary>Returns an address of this host; the chat in place of any other, which a link of an attacker might name.</summary>
    private static string LocalAddress(string address, HttpContext context)
    {
        var isLocal = address is ['/', not ('/' or '\\'), ..] or "/";
        if (!isLocal || address.Any(char.IsControl) || address.Contains('\\', StringComparison.Ordinal))
            return context.Request.PathBase + "/";
        if (address.Length <= MaxReturnChars)
            return address;
        var path = address.Split('?')[0];
        return path.Length <= MaxReturnChars ? path : context.Request.PathBase + "/";
    }
}
