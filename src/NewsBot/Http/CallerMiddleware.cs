using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Access;
using NewsBot.Mcp;
using NewsBot.Settings;
using NewsBot.Teams.Trust;

namespace NewsBot.Http;

/// <summary>
/// Determines who makes a request: a program by its key, a person by the session, or anyone on this machine. A key that is not valid is
/// refused everywhere. A request that a proxy passed on was not made on this machine.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, NewsBotSettings settings)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? assistant = settings.Mcp.Key is { } key ? Hash(key) : null;

    /// <summary>Runs the rest of the request.</summary>
    public async Task InvokeAsync(HttpContext context, CurrentCaller current, ApiKeys keys)
    {
        var isLocal = LoopbackPeer.IsDirect(context.Request) && !IsTrustedProxy(context.Connection.RemoteIpAddress!);
        var authorization = context.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
        if (token.Length == 0 && IsOf(context.Request.Path, FeedEndpoint.Path))
            token = context.Request.Query[FeedEndpoint.KeyParameter].ToString();
        if (token.StartsWith(ApiKeyText.Start, StringComparison.Ordinal) && FailureMiddleware.IsForPrograms(context.Request.Path))
        {
            if (await keys.FindAsync(token, context.RequestAborted) is { } key)
                current.Set(Caller.Of(key, isLocal));
        }
        else if (assistant is not null && IsOf(context.Request.Path, McpServices.Path) && IsAssistant(token))
        {
            current.Set(Caller.Assistant with { IsLocal = isLocal });
        }
        else if (context.RequestServices.GetService<SignedInPeople>()?.Of(context.User, isLocal) is { } person)
        {
            current.Set(person);
        }
        else if (isLocal)
        {
            current.Set(Caller.Here);
        }
        else if (settings.Access.AllowAnonymous)
        {
            current.Set(Caller.Anyone);
        }

        await next(context);
    }

    private static bool IsOf(PathString path, string start) => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);

    // A proxy on this machine that adds no header must not pass for a person at it.
    private bool IsTrustedProxy(IPAddress peer) =>
        settings.Access.TrustedProxies.Any(network => network.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer));

    // Compares digests, so that the time taken shows neither the length of the key nor the place of the first wrong character.
    private bool IsAssistant(string token) => CryptographicOperations.FixedTimeEquals(Hash(token), assistant);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
