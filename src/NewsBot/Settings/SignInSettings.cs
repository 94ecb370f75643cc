namespace NewsBot.Settings;

/// <summary>Represents how people sign in to the pages, by OpenID Connect.</summary>
/// <param name="Authority">The provider's address, below which it publishes <c>.well-known/openid-configuration</c>.</param>
/// <param name="ClientId">The id under which the provider knows NewsBot.</param>
/// <param name="ClientSecret">The secret that goes with it; never logged. Null: the provider asks for none.</param>
/// <param name="DeskClaim">The claim that names a person's groups.</param>
/// <param name="Scopes">What is asked for besides <c>openid</c>, <c>profile</c> and <c>email</c>.</param>
/// <param name="Session">How long a person stays signed in.</param>
internal sealed record SignInSettings(
    Uri Authority,
    string ClientId,
    string? ClientSecret,
    string DeskClaim,
    IReadOnlyList<string> Scopes,
    TimeSpan Session
)
{
    private const int DefaultHours = 12;
    private const int MostHours = 24 * 30;

    /// <summary>Reads section <c>Access:SignIn</c>; null where no provider is set.</summary>
    public static SignInSettings? Read(SettingsReader reader)
    {
        var authority = reader.WebAddress("Access:SignIn:Authority");
        var (id, secret) = (reader.Text("Access:SignIn:ClientId"), reader.Text("Access:SignIn:ClientSecret"));
        var (claim, scopes) = (reader.Text("Access:SignIn:DeskClaim") ?? "groups", reader.List("Access:SignIn:Scopes"));
        var session = TimeSpan.FromHours(reader.Whole("Access:SignIn:SessionHours", DefaultHours, 1, MostHours));
        if (authority is null)
        {
            if (id is not null || secret is not null)
                reader.Fail("Access:SignIn:Authority", "is missing", "set the address of the provider, or remove the other settings");
            return null;
        }

        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            reader.Fail("Access:SignIn:Authority", "does not begin with https://", "use the provider's https address");
        if (id is null)
            reader.Fail("Access:SignIn:ClientId", "is missing", "copy the client id from NewsBot's registration at the provider");
        return new SignInSettings(authority, id ?? "", secret, claim, scopes, session);
    }

    /// <summary>Returns a text without the secret, because settings may be written anywhere.</summary>
    public override string ToString() => $"SignInSettings {{ Authority = {Authority} }}";
}
