using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;

namespace NewsBot.Newsroom.Stories;

/// <summary>Groups the articles of one file by the event that they report.</summary>
public static class StoryFile
{
    /// <summary>Reads the whole file, then groups its articles. A repeated source replaces the earlier article.</summary>
    /// <param name="path">A <c>.jsonl</c> file of articles, or another file that <see cref="ArticleReader"/> reads.</param>
    /// <param name="rejected">Receives each line that cannot be read, with the reason.</param>
    /// <param name="cancellationToken">Stops between two articles.</param>
    /// <returns>The number of the story of each source, in the order of the file; stories are numbered from 1 in that order.</returns>
    public static async Task<IReadOnlyList<(string Source, int Story)>> GroupAsync(
        string path,
        Action<ReadResult> rejected,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(rejected);
        var lines = new List<Line>();
        var bySource = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var result in ArticleReader.ReadAsync(path, Path.GetFileName(path), cancellationToken).ConfigureAwait(false))
        {
            if (result.Article is not { } article)
            {
                rejected(result);
                continue;
            }

            // UTF-8: halves the memory for the texts of a large file.
            var line = new Line(article.Source, article.PublishedOn, Encoding.UTF8.GetBytes(TextOf(article)));
            if (bySource.TryAdd(article.Source, lines.Count))
                lines.Add(line);
            else
                lines[bySource[article.Source]] = line;
        }

        return Number(lines, bySource, cancellationToken);
    }

    /// <summary>Returns the words of an article: its headline, unless the text begins with it, and its text.</summary>
    public static string TextOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var headline = article.Headline.TrimEnd('…');
        var beginning = string.Join(
            ' ',
            article
                .Text[..Math.Min(article.Text.Length, 2 * headline.Length + 100)]
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return beginning.StartsWith(headline, StringComparison.Ordinal) ? article.Text : headline + "\n" + article.Text;
    }

    private static (string Source, int Story)[] Number(
        List<Line> lines,
        Dictionary<string, int> bySource,
        CancellationToken cancellationToken
    )
    {
        var groups = new int[lines.Count];
        var count = 0;
        var book = new StoryBook(story =>
        {
            count++;
            foreach (var article in story.Articles)
                groups[bySource[article.Key]] = count;
        });
        book.AddAll(
            lines
                .OrderBy(line => line.Day ?? DateOnly.MaxValue)
                .Select(line =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return new StoryArticle
                    {
                        Key = line.Source,
                        Text = Encoding.UTF8.GetString(line.Text),
                        Day = line.Day,
                    };
                })
        );
        book.Complete();
        var numbers = new Dictionary<int, int>();
        return
        [
            .. lines.Select(
                (line, i) => (line.Source, numbers.TryGetValue(groups[i], out var known) ? known : numbers[groups[i]] = numbers.Count + 1)
            ),
        ];
    }

    private sealed record Line(string Source, DateOnly? Day, byte[] Text);
}
