namespace NewsBot.Tests.Webhooks;

public sealed class WebhookSettingsTests
{
    private const string Url = "\"Url\":\"https://hooks.test/x?key=s3cret\"";
    private const string Secret = "\"Secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"";

    [Fact]
    public void Webhook_IsReadWithItsDesk_AndShowsNoSecret()
    {
        var (settings, problem) = WebhookDesk.Load(
            $$"""
            { "Digests": { "Desks": { "Sports": { "Channels": ["room"] } } },
              "Webhooks": { "Tips": { {{Url}}, {{Secret}}, "Desk": "sports", "Alert": "drone hourly", "Digest": "8:00 europe/london mon drone" } } }
            """
        );

        Assert.Null(problem);
        var webhook = Assert.Single(settings!.Webhooks);
        Assert.Equal("tips", webhook.Name);
        Assert.Equal("drone hourly", webhook.Order.Alert);
        Assert.Equal("08:00 Europe/London mon drone", webhook.Order.Digest!.ToString());
        Assert.Equal(["room", "webhook:tips"], settings.Digests.Desks.All.Single().Channels);
        Assert.DoesNotContain("s3cret", webhook.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MfKQ", webhook.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Secret, "Url is missing: set the address that receives the posts, such as https://hooks.example.org/newsbot.")]
    [InlineData(
        "\"Url\":\"ftp://s3cret\"," + Secret,
        "Url is not a web address: write it like https://hooks.example.org/newsbot, without a user name."
    )]
    [InlineData(
        "\"Url\":\"http://hooks.test\"," + Secret,
        "Url is not an https address: use https; http is for hosts named in Ingest:PrivateHosts."
    )]
    [InlineData(
        "\"Url\":\"https://10.0.0.7/x\"," + Secret,
        "Url leads to 10.0.0.7, which is not a public address: name that host in Ingest:PrivateHosts if you mean it."
    )]
    [InlineData(Url, "Secret is missing: write whsec_ followed by 24 to 64 random bytes in Base64, as made by: openssl rand -base64 32.")]
    [InlineData(
        Url + ",\"Secret\":\"s3cret\"",
        "Secret is not a signing secret: write whsec_ followed by 24 to 64 random bytes in Base64, as made by: openssl rand -base64 32."
    )]
    [InlineData(
        Url + ",\"Secret\":\"whsec_c2hvcnQ=\"",
        "Secret is not a signing secret: write whsec_ followed by 24 to 64 random bytes in Base64, as made by: openssl rand -base64 32."
    )]
    [InlineData(Url + "," + Secret + ",\"Alert\":\"of\"", "Alert is not an alert: Name at least one word to look for.")]
    [InlineData(
        Url + "," + Secret + ",\"Alert\":\"when there is an answer to who flew\"",
        "Alert is not an alert: It waits for an answer; only words, phrases, outlets and sections can be used here."
    )]
    [InlineData(
        Url + "," + Secret + ",\"Digest\":\"noon Europe/London\"",
        "Digest is not a schedule like 08:00 Europe/London weekdays drone: “noon” is not a time like 08:00."
    )]
    [InlineData(Url + "," + Secret, "Alert is missing: say what to post: write an alert there, a schedule in Digest, or both.")]
    [InlineData(
        Url + "," + Secret + ",\"Alert\":\"drone\",\"Desk\":\"Moon\"",
        "Desk names an unknown desk \"Moon\": name one of those under Digests:Desks."
    )]
    [InlineData(
        Url + "," + Secret + ",\"Alert\":\"drone\",\"Secrets\":\"x\"",
        "Secrets is unknown: write Webhooks:tips:Secret if you mean that."
    )]
    public void Setting_ThatIsWrong_IsNamedWithTheRemedy_AndNeverShown(string keys, string problem)
    {
        if (
            !keys.Contains("Alert", StringComparison.Ordinal)
            && !keys.Contains("Digest", StringComparison.Ordinal)
            && !problem.StartsWith("Alert", StringComparison.Ordinal)
        )
            keys += ",\"Alert\":\"drone\"";

        var line = WebhookDesk.Load($"{{\"Webhooks\":{{\"tips\":{{{keys}}}}}}}").Problem?.ToString();

        Assert.Equal("Setting Webhooks:tips:" + problem, line);
        Assert.DoesNotContain("s3cret", line, StringComparison.Ordinal);
    }
}
