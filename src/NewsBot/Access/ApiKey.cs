namespace NewsBot.Access;

/// <summary>Represents a key of a program that calls the API, without its secret. Immutable.</summary>
/// <param name="Id">The part of the key that is not secret.</param>
/// <param name="Name">The operator's name for it.</param>
/// <param name="Scopes">What its holder may do.</param>
/// <param name="Desk">The desk whose articles its holder sees; null: that of the host.</param>
/// <param name="Created">When it was made (UTC).</param>
/// <param name="Expires">From when it is no longer valid (UTC); null: it does not expire.</param>
/// <param name="Used">The day (UTC) when it was last used; null: never.</param>
internal sealed record ApiKey(
    string Id,
    string Name,
    AccessScope Scopes,
    string? Desk,
    DateTimeOffset Created,
    DateTimeOffset? Expires,
    DateOnly? Used
)
{
    /// <summary>Specifies the longest name, in characters.</summary>
    public const int MaxNameChars = 64;

    /// <summary>Specifies for how many days a key is valid at most, where it expires at all.</summary>
    public const int MostDays = 3650;

    /// <summary>Determines whether a text may be the name of a key.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameChars && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
