namespace NewsBot.Wire;

/// <summary>A line of <c>stories</c>.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Story">The same for all articles of a story, and for no others of the file.</param>
internal sealed record GroupedArticleJson(string Source, string Story);
