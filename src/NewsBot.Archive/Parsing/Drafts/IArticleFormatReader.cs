namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Reads the articles of one format. Stateless and thread-safe; faults of a file are results, never exceptions.</summary>
internal interface IArticleFormatReader
{
    IEnumerable<FormatItem> Read(FormatFile file);
}
