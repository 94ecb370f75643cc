namespace NewsBot.Wire;

/// <summary>A report of a story.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Outlet">Who published it; the source where nothing says so.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Link">The article's page.</param>
/// <param name="IsCopy">It repeats another report almost word for word.</param>
internal sealed record DigestSourceJson(string Source, string Outlet, string Headline, DateOnly? Published, string Link, bool IsCopy);
