using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Stories;
using NewsBot.Search.Analysis;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Stories;

/// <summary>Counts which words are common in news, for <see cref="TermStatistics"/>.</summary>
internal static class BackgroundWords
{
    /// <summary>Rarer words are left out: the statistics take them for rare anyway.</summary>
    private const double LeastPerMille = 25;

    public static void Write(IReadOnlyList<StoryArticle> news)
    {
        var counts = new Dictionary<string, (int Articles, int Occurrences, int Capitals)>(StringComparer.Ordinal);
        foreach (var article in news)
        {
            var tokens = TextAnalyzer.Analyze(article.Text).Where(token => !token.IsStopWord);
            foreach (var term in tokens.GroupBy(token => token.Term, StringComparer.Ordinal))
            {
                var known = counts.GetValueOrDefault(term.Key);
                counts[term.Key] = (
                    known.Articles + 1,
                    known.Occurrences + term.Count(),
                    known.Capitals + term.Count(token => char.IsUpper(article.Text[token.Start]))
                );
            }
        }

        var text = new StringBuilder("# term, in how many of 1000 news articles, percent of its occurrences with a capital letter\n");
        foreach (
            var (term, (articles, occurrences, capitals)) in counts
                .Where(term => 1000.0 * term.Value.Articles / news.Count >= LeastPerMille)
                .OrderByDescending(term => term.Value.Articles)
                .ThenBy(term => term.Key, StringComparer.Ordinal)
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"{term} {1000L * articles / news.Count} {100L * capitals / occurrences}\n");
        }

        File.WriteAllText(Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Stories", "background.txt"), text.ToString());
    }
}
