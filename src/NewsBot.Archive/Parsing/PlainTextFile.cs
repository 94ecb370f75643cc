using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads a file that is one article.</summary>
internal static class PlainTextFile
{
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        string path, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(path, cancellationToken).ConfigureAwait(false);
        yield return Parse(bytes, source) with { Position = bytes.Length };
    }

    /// <summary>The article of a file's bytes.</summary>
    internal static ReadResult Parse(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.Length > ArticleReader.MaxArticleBytes)
            return Rejected($"is larger than {ArticleReader.MaxArticleBytes / (1024 * 1024)} MB; an article is not");
        if (PlainTextDecoder.Decode(bytes, out var text) is { } undecodable)
            return Rejected(undecodable);
        if (ArticleFields.CheckSource(source) is { } wrongSource)
            return Rejected(wrongSource);

        var published = LeadingDate.TakeOff(ref text);
        if (string.IsNullOrWhiteSpace(text))
            return Rejected(published is null ? "is empty" : "holds a date and no text");
        return new ReadResult { Article = new Article { Source = source, Headline = Headlines.From(text), Text = text, Published = published } };
    }

    private static ReadResult Rejected(string reason) => new() { Rejection = reason };

    // One byte over the limit is enough to refuse; a pipe has no length to ask for.
    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = ArticleFiles.Open(path);
        using var bytes = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int count;
        while (bytes.Length <= ArticleReader.MaxArticleBytes && (count = await file.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            bytes.Write(chunk, 0, count);
        return bytes.ToArray();
    }
}
