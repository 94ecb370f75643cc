using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>A thousand alerts as newsrooms might make them, drawn from headlines with a fixed seed.</summary>
internal sealed class MixedAlerts
{
    /// <summary>What an alert may look for, and how many do.</summary>
    public static readonly IReadOnlyList<(string Kind, int Count)> Mix =
    [
        ("two words", 400),
        ("a capitalised word", 230),
        ("a phrase", 150),
        ("a word of an outlet", 100),
        ("a story", 100),
        ("an answer to a question", 20),
    ];

    private const int LeastWordChars = 4;
    private readonly Random random = new(17);
    private readonly IReadOnlyList<(AnnotatedWord[] Words, string Outlet)> headlines;
    private readonly HashSet<string> made = new(StringComparer.Ordinal);

    private MixedAlerts(IReadOnlyList<AlertNews.Facts> facts) =>
        headlines = [
            .. facts
                .Select(one =>
                    (
                        Words: AnnotatedText
                            .Read(one.Headline!)
                            .Words.Where(word =>
                                !word.IsStop && word.Folded.Length >= LeastWordChars && word.Folded.All(char.IsAsciiLetter)
                            )
                            .ToArray(),
                        Outlet: OutletName.Known(
                            new Article
                            {
                                Source = one.Source,
                                Headline = one.Headline!,
                                Text = "",
                            }
                        )
                    )
                )
                .Where(one => one is { Words.Length: >= 3, Outlet: not null })
                .Select(one => (one.Words, one.Outlet!)),
        ];

    /// <summary>Returns the words of the alerts that are typed, all but those on stories; no two are equal.</summary>
    /// <param name="facts">The articles whose headlines they are drawn from.</param>
    /// <param name="questions">Questions to wait for.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<AlertNews.Facts> facts, IReadOnlyList<string> questions)
    {
        var alerts = new MixedAlerts(facts);
        var words = alerts.Make(Mix[0].Count, (some, _) => $"{some[0].Folded} {some[^1].Folded}");
        var names = alerts.Make(
            Mix[1].Count,
            (some, _) => Array.FindLast(some, word => word.IsCapital)?.Form.Folded is { } name ? Capital(name) : ""
        );
        var phrases = alerts.Make(Mix[2].Count, (some, place) => $"\"{some[place].Folded} {some[place + 1].Folded}\"");
        var outlets = alerts.MakeOfOutlets(Mix[3].Count);
        return
        [
            .. words,
            .. names,
            .. phrases,
            .. outlets,
            .. questions
                .Where(question => question.Length < AlertOptions.MaxChars - 40)
                .Take(Mix[5].Count)
                .Select(question => $"when there is an answer to \"{question}\""),
        ];
    }

    private List<string> Make(int count, Func<AnnotatedWord[], int, string> write)
    {
        var found = new List<string>();
        while (found.Count < count)
        {
            var (words, _) = headlines[random.Next(headlines.Count)];
            var alert = write(words, random.Next(words.Length - 1));
            if (alert.Length > 0 && made.Add(alert))
                found.Add(alert);
        }

        return found;
    }

    private List<string> MakeOfOutlets(int count)
    {
        var found = new List<string>();
        while (found.Count < count)
        {
            var (words, outlet) = headlines[random.Next(headlines.Count)];
            if (made.Add($"{words[0].Folded} outlet:{outlet}"))
                found.Add($"{words[0].Folded} outlet:{outlet}");
        }

        return found;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
