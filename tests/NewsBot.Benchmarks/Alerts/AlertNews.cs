using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Benchmarks.Search;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>The news archive by day: what is there already, and the next articles, which arrive.</summary>
/// <remarks>Those of the last days are left out: some have days of the future.</remarks>
internal sealed class AlertNews
{
    private const int Recent = 2_000;
    private const double ThereAlready = .95;
    private readonly IReadOnlyList<string> known;

    private AlertNews(IReadOnlyList<(string Line, Facts Facts)> all, int arriving)
    {
        var there = (int)(all.Count * ThereAlready);
        known = [.. all.Take(there).Select(one => one.Line)];
        RecentFacts = [.. all.Take(there).TakeLast(Recent).Select(one => one.Facts)];
        Arriving = [.. all.Skip(there).Take(arriving)];
    }

    /// <summary>Gets how many articles are there already.</summary>
    public int Known => known.Count;

    /// <summary>Gets the facts of the newest articles that are there already, of which alerts are made.</summary>
    public IReadOnlyList<Facts> RecentFacts { get; }

    /// <summary>Gets what arrives, in order: the line of a .jsonl file, and its facts.</summary>
    public IReadOnlyList<(string Line, Facts Facts)> Arriving { get; }

    /// <summary>Reads the archive.</summary>
    /// <param name="newsFolder">The folder with articles.jsonl.xz.</param>
    /// <param name="arriving">How many articles arrive.</param>
    public static AlertNews Read(string newsFolder, int arriving) =>
        new(
            [
                .. NewsCorpus
                    .Lines(newsFolder)
                    .Select(line => (Line: line, Facts: JsonLines.Parse<Facts>(line)))
                    .Where(one => one.Facts is { Published: not null, Headline.Length: > 0 })
                    .OrderBy(one => one.Facts.Published),
            ],
            arriving
        );

    /// <summary>Writes what is there already into one file.</summary>
    public Task WriteKnownAsync(string file) => File.WriteAllLinesAsync(file, known);

    /// <summary>Returns the line of an article as if an outlet had published it at a time.</summary>
    public static string As(string line, string outlet, DateTimeOffset published)
    {
        var article = JsonNode.Parse(line)!;
        article["outlet"] = outlet;
        article["published"] = published.ToString("O", CultureInfo.InvariantCulture);
        return article.ToJsonString();
    }

    /// <summary>What a line says of its article.</summary>
    internal sealed record Facts(string Source, string? Headline, DateTimeOffset? Published);
}
