using System.Text.Json.Serialization;
using NewsBot.Access;

namespace NewsBot.Wire;

/// <summary>Represents a key of a program that calls the API.</summary>
/// <param name="Name">The operator's name for it.</param>
/// <param name="Id">The part of the key that is not secret.</param>
/// <param name="Scopes">What its holder may do.</param>
/// <param name="Desk">The desk whose articles its holder sees; null: that of the host.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From when it is no longer valid; null: it does not expire.</param>
/// <param name="LastUsed">The day (UTC) when it was last used; null: never.</param>
/// <param name="Key">The key itself, only when it is made.</param>
internal sealed record KeyJson(
    string Name,
    string Id,
    IReadOnlyList<string> Scopes,
    string? Desk,
    DateTimeOffset Created,
    DateTimeOffset? Expires,
    DateOnly? LastUsed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key = null
)
{
    /// <summary>Creates the document.</summary>
    public static KeyJson From(ApiKey key, string? text = null) =>
        new(key.Name, key.Id, ScopeNames.Of(key.Scopes), key.Desk, key.Created, key.Expires, key.Used, text);
}
