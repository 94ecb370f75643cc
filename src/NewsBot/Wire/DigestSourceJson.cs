using NewsBot.Newsroom.Digests;

namespace NewsBot.Wire;

/// <summary>Represents an article of a digest.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Outlet">The outlet; the source where none is known.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Link">The article's page.</param>
/// <param name="IsCopy">Whether it repeats another article almost word for word.</param>
internal sealed record DigestSourceJson(string Source, string Outlet, string Headline, DateOnly? Published, string Link, bool IsCopy)
{
    /// <summary>Maps an article.</summary>
    public static DigestSourceJson From(DigestSource source) =>
        new(source.Source, source.Outlet, source.Headline, source.Published, source.Link, source.IsCopy);
}
