using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders passages as a card, each under its headline, file, outlet and day.</summary>
internal static class PassagesCard
{
    private const int MaxPassages = 10;
    private const int MaxTitleChars = 300;
    private const int MaxHeadlineChars = 200;

    /// <summary>Returns the text for a search without results.</summary>
    public static string None(string query) => $"No passage matches “{query}”.";

    /// <summary>Returns the passages found by a search: of each, the sentences with the search words.</summary>
    public static JsonObject OfSearch(string query, ArticleFilter filter, IReadOnlyList<ShownPassage> passages) =>
        CardElements.Card(
            [
                CardElements.Title(
                    SafeText.Card(passages.Count == 0 ? None(query) : $"“{query}”: {AnswerBlock.Found.CountOf(passages.Count)}")
                ),
                .. filter.IsNone ? [] : new[] { CardElements.Small(SafeText.Card(FilterText.Searched(filter))) },
                .. passages.Take(MaxPassages).Select(passage => Passage(null, passage, Excerpt(passage))),
            ],
            []
        );

    /// <summary>
    /// Returns the passages behind an answer; null stands for a missing article. Since the card may replace another one, it includes the
    /// next steps.
    /// </summary>
    public static JsonObject OfAnswer(GivenAnswer answer, IReadOnlyList<ShownPassage?> passages) =>
        CardElements.Card(
            [
                CardElements.Title(SafeText.Card(WordCut.At(answer.Question, MaxTitleChars))),
                .. answer
                    .Citations.Zip(passages)
                    .Take(MaxPassages)
                    .Select(pair =>
                        pair.Second is { } passage
                            ? Passage(pair.First.Number, passage, Cut(Window(passage.Text, pair.First.Quote)))
                            : CardElements.Group(CardElements.Small(SafeText.Card($"({pair.First.Number}) {Sentences.PassageGone}")))
                    ),
            ],
            [
                CardElements.Do("Search the sources", Verbs.Sources, (Verbs.QueryKey, SafeText.Plain(answer.Question).TrimEnd('?', ' '))),
                .. passages.OfType<ShownPassage>().MaxBy(passage => passage.Published) is { } newest
                    ? new[] { CardElements.Do("Follow this story", Verbs.Follow, (Verbs.SourceKey, newest.Source)) }
                    : [],
                CardElements.Do("Help", Verbs.Help),
            ]
        );

    private static JsonObject Passage(int? number, ShownPassage passage, string text)
    {
        var name = SourceLine.NameOf(passage.Headline, passage.Source);
        if (number is { } n)
            name = string.Create(CultureInfo.InvariantCulture, $"({n}) {name}");
        return CardElements.Group(
            CardElements.Title(SafeText.Card(WordCut.At(name, MaxHeadlineChars))),
            CardElements.Small(SourceLine.Card(passage.Source, passage.Outlet, passage.Published, passage.Link)),
            CardElements.Text(text)
        );
    }

    private static string Excerpt(ShownPassage passage) =>
        passage.Excerpt is { } pieces && pieces.Sum(piece => piece.Text.Length) <= MessageSize.MaxPassageChars
            ? SafeText.Card(pieces)
            : Cut(passage.Text);

    private static string Cut(string text) => SafeText.Card(SentenceCut.At(text, MessageSize.MaxPassageChars));

    /// <summary>Returns the part of a very long passage that contains the quote.</summary>
    private static string Window(string passage, string quote)
    {
        var at = passage.IndexOf(quote, StringComparison.Ordinal);
        return at > 0 && at + quote.Length > MessageSize.MaxPassageChars ? passage[at..] : passage;
    }
}
