namespace NewsBot.Wire;

/// <summary>Represents a line of <c>stories</c>.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Story">An id shared by all articles of a story and by no others of the file.</param>
internal sealed record GroupedArticleJson(string Source, string Story);
