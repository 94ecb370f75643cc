using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out passages on a card, each under its headline, file, outlet and day.</summary>
internal static class PassagesCard
{
    private const int MaxPassages = 10;
    private const int MaxTitleChars = 300;
    private const int MaxHeadlineChars = 200;

    /// <summary>The passages that a search found.</summary>
    public static JsonObject OfSearch(string query, IReadOnlyList<ShownPassage> passages) =>
        CardElements.Card(
            [
                CardElements.Title(
                    SafeText.Card(
                        passages.Count == 0 ? $"No passage matches “{query}”." : $"“{query}”: {AnswerBlock.Found.CountOf(passages.Count)}"
                    )
                ),
                .. passages.Take(MaxPassages).Select(passage => Passage(null, passage, passage.Text)),
            ],
            []
        );

    /// <summary>
    /// The passages behind an answer; null stands for an article that is gone. It may come in the place of another card, and so has what
    /// leads on.
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
                            ? Passage(pair.First.Number, passage, Window(passage.Text, pair.First.Quote))
                            : CardElements.Group(CardElements.Small(SafeText.Card($"({pair.First.Number}) {Sentences.PassageGone}")))
                    ),
            ],
            [
                CardElements.Do("Search the sources", Verbs.Sources, (Verbs.QueryKey, SafeText.Plain(answer.Question).TrimEnd('?', ' '))),
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
            CardElements.Text(SafeText.Card(SentenceCut.At(text, MessageSize.MaxPassageChars)))
        );
    }

    /// <summary>The part of a very long passage that holds the quote.</summary>
    private static string Window(string passage, string quote)
    {
        var at = passage.IndexOf(quote, StringComparison.Ordinal);
        return at > 0 && at + quote.Length > MessageSize.MaxPassageChars ? passage[at..] : passage;
    }
}
