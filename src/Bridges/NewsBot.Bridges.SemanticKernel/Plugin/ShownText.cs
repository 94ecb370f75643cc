namespace NewsBot.Bridges.SemanticKernel.Plugin;

/// <summary>Words of an article as an agent is shown them.</summary>
/// <param name="Source">The article.</param>
/// <param name="Published">Its day; null where it has none.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Text">The words.</param>
/// <param name="Start">Where they begin in the article's text, in UTF-16 code units.</param>
internal sealed record ShownText(string Source, DateOnly? Published, string Headline, string Text, int Start);
