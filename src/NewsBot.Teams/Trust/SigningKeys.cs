using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Archive.Parsing.Json;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Http;
using NewsBot.Teams.Options;

namespace NewsBot.Teams.Trust;

/// <summary>
/// Represents the Bot Connector's keys, fetched when first needed, again after a day, and at most once a minute for an unknown key. After a
/// failed fetch the present keys remain in use. Thread-safe.
/// </summary>
internal sealed class SigningKeys(TeamsOptions options, TeamsHttp http, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    private readonly Uri _metadataUrl = options.OpenIdMetadataUrl ?? TeamsCloud.PublicMetadata;
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private KeySet? _keys;
    private DateTimeOffset _fetched;
    private DateTimeOffset? _tried;

    /// <summary>
    /// Returns the present keys; fetches them when there are none or they are a day old. Null when they are not available.
    /// </summary>
    public async ValueTask<KeySet?> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_keys is { } keys && now - _fetched < KeptFor)
            return keys;
        return await RefreshAsync(cancellationToken);
    }

    /// <summary>Fetches the keys, unless that was tried within the last minute.</summary>
    public async Task<KeySet?> RefreshAsync(CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_tried is { } tried && now - tried < BetweenFetches)
                return _keys;
            _tried = now;
            try
            {
                // Not the caller's token: a caller that hangs up must not cost the others a minute without keys.
                _keys = await FetchAsync();
                _fetched = now;
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException)
            {
                log.KeysNotFetched(_metadataUrl, e.Message);
            }

            return _keys;
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<KeySet> FetchAsync()
    {
        using var timeout = new CancellationTokenSource(FetchTimeout);
        using var metadata = JsonCharacters.Parse(await http.Client.GetByteArrayAsync(_metadataUrl, timeout.Token));
        var root = metadata.RootElement;
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("jwks_uri", out var address)
            || address.ValueKind != JsonValueKind.String
            || !Uri.TryCreate(address.GetString(), UriKind.Absolute, out var keysUrl)
        )
            throw new JsonException("The metadata document has no \"jwks_uri\".");
        if (keysUrl.Scheme != Uri.UriSchemeHttps && !(keysUrl.Scheme == Uri.UriSchemeHttp && ServiceHosts.IsLoopback(keysUrl)))
            throw new JsonException("The metadata document's \"jwks_uri\" is not an https URL.");

        var issuer = root.TryGetProperty("issuer", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        return KeySet.Read(issuer, await http.Client.GetByteArrayAsync(keysUrl, timeout.Token));
    }
}
