using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>Represents a browser elsewhere, with its cookies, that can sign in at a provider.</summary>
internal sealed class Visitor(TestHost host, ScriptedIdentityProvider provider)
{
    /// <summary>Specifies the public address of the host.</summary>
    public const string Site = "https://news.test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Gets the cookies by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the claims of a person.</summary>
    public static JsonObject Person(string subject, string email) =>
        new()
        {
            ["sub"] = subject,
            ["name"] = "Jane Doe",
            ["email"] = email,
            ["email_verified"] = true,
        };

    /// <summary>Opens a page, signs in, and returns the address that the visitor is sent to.</summary>
    public async Task<string> SignInAsync(string path, JsonObject person)
    {
        using var callback = await CallbackAsync(path, person);
        Assert.Equal(HttpStatusCode.Redirect, callback.StatusCode);
        return callback.Headers.Location!.OriginalString;
    }

    /// <summary>Opens a page, and returns the answer to the visitor who comes back from the provider.</summary>
    /// <param name="path">The page.</param>
    /// <param name="person">The claims of the person.</param>
    /// <param name="fault">What is wrong with the token; null: nothing.</param>
    public async Task<HttpResponseMessage> CallbackAsync(string path, JsonObject person, string? fault = null)
    {
        using var challenge = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        var location = challenge.Headers.Location!;
        Assert.StartsWith(provider.Authority.AbsoluteUri + "authorize?", location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=https%3A%2F%2Fnews.test%2Fsignin-oidc", location.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedIdentityProvider.ClientSecret, location.Query, StringComparison.Ordinal);
        var back = provider.Authorize(
            location,
            person,
            token =>
            {
                if (fault is "nonce" or "iss" or "aud")
                    token[fault] = "https://evil.test";
                if (fault == "exp")
                    (token["nbf"], token["exp"]) = (1_600_000_000, 1_600_000_300);
            },
            isForged: fault == "signature"
        );
        if (fault == "state")
            Cookies.Clear();
        return await SendAsync(HttpMethod.Get, back.PathAndQuery);
    }

    /// <summary>Sends a request with the cookies, and keeps those that come back.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Site + path);
        request.Headers.Add(TestPeer.Header, "203.0.113.7");
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(one => $"{one.Key}={one.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        var response = await host.Client.SendAsync(request, Stop);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }

        return response;
    }
}
