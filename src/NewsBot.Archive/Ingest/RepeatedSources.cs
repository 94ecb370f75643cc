using System.Text.Json;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Sniffing;

namespace NewsBot.Archive.Ingest;

/// <summary>Finds the sources that occur more than once in a <c>.jsonl</c> file.</summary>
internal static class RepeatedSources
{
    /// <summary>Returns the repeated sources; none for other files, and none for what can be read only once, such as a pipe.</summary>
    public static async Task<IReadOnlySet<SourceKey>> InAsync(string path, CancellationToken cancellationToken)
    {
        var repeated = new HashSet<SourceKey>();
        if (!FileName.IsLines(path))
            return repeated;

        try
        {
            await using var file = ArticleFiles.Open(path);
            if (!file.CanSeek)
                return repeated;

            var seen = new HashSet<SourceKey>();
            var lines = new LineReader(file, ArticleReader.MaxArticleBytes);
            while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!lines.IsTooLong && SourceOf(lines.Line.Span) is { } source && SourceKey.Of(source) is var key && !seen.Add(key))
                    repeated.Add(key);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The actual reading encounters and reports it.
        }

        return repeated;
    }

    private static string? SourceOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            string? source = null;
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isSource = json.ValueTextEquals("source"u8);
                json.Read();
                if (isSource && json.TokenType == JsonTokenType.String)
                    source = json.GetString();
                json.Skip();
            }

            return source;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
