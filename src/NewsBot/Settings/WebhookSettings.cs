using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Settings;

/// <summary>Represents a program that receives alerts or digests by HTTP. Immutable.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Url">Its address; the query may contain a key, and is never shown.</param>
/// <param name="Key">The bytes with which posts are signed, never shown.</param>
/// <param name="Desk">The name of the desk whose articles it gets; null: those of no desk in particular.</param>
/// <param name="Order">What it gets.</param>
internal sealed record WebhookSettings(string Name, Uri Url, ReadOnlyMemory<byte> Key, string? Desk, StandingOrder Order)
{
    private const string Section = "Webhooks";
    private const string SecretStart = "whsec_";
    private const string SecretRemedy = "write whsec_ followed by 24 to 64 random bytes in Base64, as made by: openssl rand -base64 32";

    // Those of the specification.
    private const int LeastKeyBytes = 24;
    private const int MostKeyBytes = 64;

    /// <summary>Reads section <c>Webhooks</c>.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="privateHosts">Hosts that may be posted to even if their addresses are private.</param>
    public static IReadOnlyList<WebhookSettings> ReadAll(SettingsReader reader, IReadOnlyList<string> privateHosts)
    {
        var webhooks = new List<WebhookSettings>();
        foreach (var name in reader.Names(Section))
        {
            var key = $"{Section}:{name}";
            var (url, secret) = (Address(reader, $"{key}:Url", privateHosts), Secret(reader, $"{key}:Secret"));
            var (alert, digest) = (Alert(reader, $"{key}:Alert"), Digest(reader, $"{key}:Digest"));
            var desk = reader.Text($"{key}:Desk");
            if (reader.Text($"{key}:Alert") is null && reader.Text($"{key}:Digest") is null)
                reader.Fail($"{key}:Alert", "is missing", "say what to post: write an alert there, a schedule in Digest, or both");
            // Names of settings have no case.
            var known = name.ToLowerInvariant();
            if (url is not null && secret is not null)
                webhooks.Add(new WebhookSettings(known, url, secret, desk, new StandingOrder("webhook:" + known, alert, digest)));
        }

        return webhooks;
    }

    /// <summary>Returns a text without the address and the key, because settings may be written anywhere.</summary>
    public override string ToString() => $"WebhookSettings {{ Name = {Name}, Desk = {Desk}, Order = {Order} }}";

    private static Uri? Address(SettingsReader reader, string key, IReadOnlyList<string> privateHosts)
    {
        var url = OutsideAddress.Read(
            reader,
            key,
            "the address that receives the posts",
            "https://hooks.example.org/newsbot",
            privateHosts
        );
        // Signed is not secret: articles of a desk are on the way.
        if (url is { Scheme: "http" } && !url.IsLoopback && !OutsideAddress.IsNamed(url.IdnHost, privateHosts))
            reader.Fail(key, "is not an https address", "use https; http is for hosts named in Ingest:PrivateHosts");
        return url;
    }

    private static byte[]? Secret(SettingsReader reader, string key)
    {
        if (reader.Text(key) is not { } written)
        {
            reader.Fail(key, "is missing", SecretRemedy);
            return null;
        }

        var bytes = new byte[written.Length];
        if (
            written.StartsWith(SecretStart, StringComparison.Ordinal)
            && Convert.TryFromBase64String(written[SecretStart.Length..], bytes, out var count)
            && count is >= LeastKeyBytes and <= MostKeyBytes
        )
            return bytes[..count];
        reader.Fail(key, "is not a signing secret", SecretRemedy);
        return null;
    }

    private static string? Alert(SettingsReader reader, string key)
    {
        if (reader.Text(key) is not { } words)
            return null;
        if (AlertWords.Problem(words) is not { } problem)
            return words;
        reader.Fail(key, "is not an alert", problem.TrimEnd('.'));
        return null;
    }

    private static DigestSchedule? Digest(SettingsReader reader, string key)
    {
        if (reader.Text(key) is not { } words)
            return null;
        var (schedule, problem) = DigestSchedule.Read(words);
        if (schedule is null)
            reader.Fail(key, "is not a schedule like 08:00 Europe/London weekdays drone", problem!.TrimEnd('.'));
        return schedule;
    }
}
