using Microsoft.Extensions.Primitives;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.SignIn;

namespace NewsBot.Http;

/// <summary>Lets a request pass if its caller may make it. An address that says nothing about who may call it is closed.</summary>
internal sealed class AccessGate(RequestDelegate next, NewsBotSettings settings)
{
    /// <summary>Runs the rest of the request, or refuses it: 401 or the way to sign in, 403 where the caller is known.</summary>
    public Task InvokeAsync(HttpContext context, CurrentCaller current)
    {
        var access = EndpointAccess.Of(context) ?? (context.GetEndpoint() is null ? null : EndpointAccess.Staff);
        if (access?.Scopes == AccessScope.None)
            return next(context);
        if (current.OrNull is not { } caller || (access?.NeedsCredential == true && !caller.HasCredential))
            return AskWhoAsync(context);
        // Nobody is told by a path that leads nowhere, so routing may say so to any caller.
        if (access is null || (caller.Scopes & access.Scopes) != 0)
            return next(context);
        return caller.HasCredential ? RefuseAsync(context, caller, access) : AskWhoAsync(context);
    }

    private static Task RefuseAsync(HttpContext context, Caller caller, EndpointAccess access) =>
        FailureMiddleware.WriteAsync(
            context,
            new Problem(
                StatusCodes.Status403Forbidden,
                caller.IsPerson
                    ? "Your account may not open this page. The operator decides who may, by the settings Access:Readers and Access:Admins."
                    : $"This key lacks the scope {ScopeNames.Write(access.Scopes)}. The operator can make another: newsbot keys add NAME --scope …"
            )
        );

    private Task AskWhoAsync(HttpContext context)
    {
        var isForPrograms = FailureMiddleware.IsForPrograms(context.Request.Path);
        if (settings.Access.SignIn is not null && !isForPrograms && IsNavigation(context.Request))
            return SignInEndpoints.ChallengeAsync(context);
        if (isForPrograms)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return FailureMiddleware.WriteAsync(context, new Problem(StatusCodes.Status401Unauthorized, Explain(isForPrograms)));
    }

    private string Explain(bool isForPrograms) =>
        isForPrograms ? "Send a valid key in the header Authorization: Bearer KEY. The operator makes one with: newsbot keys add NAME"
        : settings.Access.SignIn is not null ? "Your session has ended. Load the page again to sign in."
        : "These pages are open only to people at the computer that NewsBot runs on. The operator can let others in with the settings "
            + "Access:SignIn, or everyone with Access:AllowAnonymous; docs/operate/access.md explains both.";

    // A script that fetches part of a page cannot follow the way to sign in.
    private static bool IsNavigation(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (StringValues.IsNullOrEmpty(request.Headers["Sec-Fetch-Mode"]) || request.Headers["Sec-Fetch-Mode"] == "navigate");
}
