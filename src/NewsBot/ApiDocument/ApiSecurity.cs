using Microsoft.OpenApi;
using NewsBot.Settings;

namespace NewsBot.ApiDocument;

/// <summary>Names the ways in which callers say who they are, as the host accepts them.</summary>
internal static class ApiSecurity
{
    /// <summary>Specifies an API key in the header.</summary>
    public const string Key = "apiKey";

    /// <summary>Specifies an API key in the address of a feed.</summary>
    public const string FeedKey = "feedKey";

    /// <summary>Specifies the session of a person who signed in to the pages.</summary>
    public const string Session = "session";

    /// <summary>Specifies the key of assistants that the settings name.</summary>
    public const string AssistantKey = "assistantKey";

    /// <summary>Specifies a token of the Bot Connector.</summary>
    public const string Teams = "botConnector";

    /// <summary>Specifies the signature of Discord.</summary>
    public const string Discord = "discordSignature";

    /// <summary>Returns the schemes that this host accepts, by name.</summary>
    public static IReadOnlyDictionary<string, OpenApiSecurityScheme> Of(NewsBotSettings settings)
    {
        var schemes = new Dictionary<string, OpenApiSecurityScheme>
        {
            [Key] = Bearer(
                "An API key, which begins with nb_; newsbot keys add NAME makes one. Callers on the host's own machine need none, except for /mcp."
            ),
            [FeedKey] = new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Query,
                Name = "key",
                Description = "An API key with the scope read, for feed readers, which send no headers.",
            },
            [Teams] = Bearer(
                "A token that the Bot Connector issued for this bot. Without Teams:AppId: none, on the host's own machine only."
            ),
            [Discord] = new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Signature-Ed25519",
                Description = "Discord's signature of the body and of the header X-Signature-Timestamp.",
            },
        };
        if (settings.Mcp.Key is not null)
            schemes[AssistantKey] = Bearer("The key of the setting Mcp:Key.");
        if (settings.Access.SignIn is not null)
        {
            schemes[Session] = new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "newsbot",
                Description = "The session of a person who signed in to the pages.",
            };
        }

        return schemes;
    }

    private static OpenApiSecurityScheme Bearer(string description) =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = description,
        };
}
