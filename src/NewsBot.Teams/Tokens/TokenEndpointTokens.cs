using System.Text.Json;
using NewsBot.Archive.Parsing.Json;
using NewsBot.Teams.Http;
using NewsBot.Teams.Options;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.Tokens;

/// <summary>
/// Obtains tokens from a configured endpoint with the client secret (RFC 6749, section 4.4), for clouds and test set-ups whose address
/// cannot be configured in the library. Keeps them until five minutes before they expire. Thread-safe.
/// </summary>
internal sealed class TokenEndpointTokens(TeamsOptions options, TeamsHttp http, TimeProvider time) : IConnectorTokens, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private string? _token;
    private DateTimeOffset _until;

    public async ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        var refused = renew ? _token : null;
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } kept && kept != refused && time.GetUtcNow() < _until)
                return kept;
            return await FetchAsync(cancellationToken);
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new ConnectorTokenException($"{options.TokenUrl} gave no token: {e.Message}", e);
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = options.AppId!,
                ["client_secret"] = options.AppPassword ?? "",
                ["scope"] = options.TokenScope ?? TeamsCloud.Scope(options.TokenUrl),
            }
        );
        using var response = await http.Client.PostAsync(options.TokenUrl, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var json = JsonCharacters.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        if (
            json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("access_token", out var token)
            || token.ValueKind != JsonValueKind.String
            || token.GetString() is not { Length: > 0 } text
        )
            throw new JsonException("the response has no \"access_token\".");
        var seconds =
            json.RootElement.TryGetProperty("expires_in", out var lifetime) && lifetime.ValueKind == JsonValueKind.Number
                ? lifetime.GetDouble()
                : 0;
        var kept = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));
        _until = time.GetUtcNow() + (kept > 2 * Margin ? kept - Margin : kept / 2);
        _token = text;
        return text;
    }
}
