using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace NewsBot.TestSupport;

/// <summary>
/// Stands in for an OpenID Connect provider on a free port of this machine: discovery, keys, and a token endpoint that checks the secret
/// and the proof of PKCE. A test signs a person in by <see cref="Authorize"/>, as the provider's page would.
/// </summary>
public sealed class ScriptedIdentityProvider : IAsyncDisposable
{
    /// <summary>Specifies the id of the only client.</summary>
    public const string ClientId = "newsbot-test";

    /// <summary>Specifies the client's secret.</summary>
    public const string ClientSecret = "client-s3cret";

    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string Token)> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private ScriptedIdentityProvider(WebApplication app) => this.app = app;

    /// <summary>Gets the address of the provider, which is its issuer.</summary>
    public Uri Authority { get; private set; } = new("http://127.0.0.1");

    /// <summary>Gets or sets the claims of the person whom the provider's page signs in at once; null: there is no page.</summary>
    public JsonObject? Person { get; set; }

    private string Issuer => Authority.AbsoluteUri.TrimEnd('/');

    /// <summary>Starts the provider.</summary>
    public static async Task<ScriptedIdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new ScriptedIdentityProvider(app);
        app.MapGet("/.well-known/openid-configuration", provider.WriteDiscoveryAsync);
        app.MapGet("/keys", provider.WriteKeysAsync);
        app.MapGet("/authorize", provider.AuthorizeAsync);
        app.MapPost("/token", provider.WriteTokenAsync);
        await app.StartAsync();
        provider.Authority = new Uri(app.Urls.Single());
        return provider;
    }

    /// <summary>Signs a person in; returns the address to which the provider sends the browser back.</summary>
    /// <param name="request">The address of the provider's page to which the browser was sent.</param>
    /// <param name="claims">The person.</param>
    /// <param name="change">Spoils the token's claims.</param>
    /// <param name="isForged">Whether the token is signed with another key.</param>
    public Uri Authorize(Uri request, JsonObject claims, Action<JsonObject>? change = null, bool isForged = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(claims);
        var query = QueryHelpers.ParseQuery(request.Query);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var token = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["nonce"] = query["nonce"].ToString(),
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 300,
        };
        foreach (var (name, value) in claims)
            token[name] = value?.DeepClone();
        change?.Invoke(token);
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        codes[code] = (query["code_challenge"].ToString(), Sign(token, isForged));
        return new Uri(
            QueryHelpers.AddQueryString(
                query["redirect_uri"].ToString(),
                new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"].ToString() }
            )
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        if (Person is not { } person)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            context.Response.Redirect(Authorize(new Uri(context.Request.GetEncodedUrl()), person).AbsoluteUri);
        return Task.CompletedTask;
    }

    private Task WriteDiscoveryAsync(HttpContext context) =>
        WriteAsync(
            context,
            new JsonObject
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = Issuer + "/authorize",
                ["token_endpoint"] = Issuer + "/token",
                ["jwks_uri"] = Issuer + "/keys",
                ["response_types_supported"] = new JsonArray("code"),
                ["subject_types_supported"] = new JsonArray("public"),
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            }
        );

    private Task WriteKeysAsync(HttpContext context)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return WriteAsync(
            context,
            new JsonObject
            {
                ["keys"] = new JsonArray(
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = "1",
                        ["alg"] = "RS256",
                        ["n"] = Base64Url.EncodeToString(parameters.Modulus!),
                        ["e"] = Base64Url.EncodeToString(parameters.Exponent!),
                    }
                ),
            }
        );
    }

    private async Task WriteTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (
            form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || !codes.TryRemove(form["code"].ToString(), out var granted)
            || granted.Challenge != proof
        )
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, new JsonObject { ["error"] = "invalid_grant" });
            return;
        }

        await WriteAsync(
            context,
            new JsonObject
            {
                ["access_token"] = "none",
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["id_token"] = granted.Token,
            }
        );
    }

    private string Sign(JsonObject token, bool isForged)
    {
        using var other = isForged ? RSA.Create(2048) : null;
        var text = $"{Encode("""{"alg":"RS256","typ":"JWT","kid":"1"}""")}.{Encode(token.ToJsonString())}";
        var signature = (other ?? key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static Task WriteAsync(HttpContext context, JsonObject document)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(document.ToJsonString(JsonSerializerOptions.Default), context.RequestAborted);
    }
}
