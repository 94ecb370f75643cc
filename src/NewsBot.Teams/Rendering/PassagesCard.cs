using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out passages on a card.</summary>
internal static class PassagesCard
{
    private const int MaxPassages = 10;

    /// <summary>The passages that a search found.</summary>
    public static JsonObject OfSearch(string query, IReadOnlyList<ShownPassage> passages) => CardElements.Card(
        [CardElements.Title(SafeText.Card(passages.Count == 0 ? $"No passage matches “{query}”." : $"Passages for “{query}”")), .. passages.Take(MaxPassages).Select(p => Passage(null, p, p.Text))],
        []);

    /// <summary>The passages behind an answer; null stands for an article that is gone.</summary>
    public static JsonObject OfAnswer(GivenAnswer answer, IReadOnlyList<ShownPassage?> passages) => CardElements.Card(
        [
            CardElements.Title(SafeText.Card(WordCut.At(answer.Question, 300))),
            .. answer.Citations.Zip(passages).Take(MaxPassages).Select(pair => pair.Second is { } passage
                ? Passage(pair.First.Number, passage, Window(passage.Text, pair.First.Quote))
                : CardElements.Group(CardElements.Small(SafeText.Card($"({pair.First.Number}) {Sentences.PassageGone}")))),
        ],
        []);

    private static JsonObject Passage(int? number, ShownPassage passage, string text)
    {
        var line = SourceLine.Of(passage.Headline, passage.Source, passage.Published);
        if (number is { } n)
            line = string.Create(CultureInfo.InvariantCulture, $"({n}) {line}");
        List<JsonNode?> items =
        [
            CardElements.Title(SafeText.Card(WordCut.At(line, 200))),
            CardElements.Text(SafeText.Card(SentenceCut.At(text, MessageSize.MaxPassageChars))),
        ];
        if (SafeLink.Of(passage.Link) is { } link)
            items.Add(CardElements.Buttons(CardElements.Open("Open the article", link)));
        return CardElements.Group(items);
    }

    /// <summary>The part of a very long passage that holds the quote.</summary>
    private static string Window(string passage, string quote)
    {
        var at = passage.IndexOf(quote, StringComparison.Ordinal);
        return at > 0 && at + quote.Length > MessageSize.MaxPassageChars ? passage[at..] : passage;
    }
}
