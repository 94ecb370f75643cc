namespace NewsBot.Newsroom.Digests;

/// <summary>An article of a story.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Outlet">Who published it, as the digest names it.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">Day of publication (UTC), or null.</param>
/// <param name="Link">The article's page.</param>
/// <param name="IsCopy">It repeats another one almost word for word.</param>
public sealed record DigestSource(string Source, string Outlet, string Headline, DateOnly? Published, string Link, bool IsCopy);
