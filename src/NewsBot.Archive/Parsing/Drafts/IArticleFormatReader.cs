namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Reads the articles of one format. Stateless and thread-safe; what is wrong with a file is a result, never an exception.</summary>
internal interface IArticleFormatReader
{
    IEnumerable<FormatItem> Read(FormatFile file);
}
