using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders what an alert has found as a card: each headline links to its article, each sentence has its number.</summary>
internal static class AlertMessage
{
    private const int MaxSentence = 700;
    private const int MaxFacts = 300;

    /// <summary>Returns the message.</summary>
    public static Activity Render(AlertPost post)
    {
        var title = AlertText.Title(post);
        List<JsonNode?> body =
        [
            CardElements.Title(SafeText.Card(title)),
            .. Corrections(post.Corrected),
            .. post.Stories.Select(story => Story(story)),
        ];
        if (post.Others.Count > 0)
            body.Add(CardElements.Group([CardElements.Heading(AlertText.OthersHeading), .. post.Others.Select(Headline)]));
        if (post.Citations.Count > 0)
            body.Add(CardElements.Group([CardElements.Heading(AnswerBlock.Cited.Words), .. CardElements.Sources(post.Citations)]));
        var number = post.Number.ToString(CultureInfo.InvariantCulture);
        body.Add(CardElements.Small(SafeText.Card(AlertText.Hint(post, $"“alert stop {number}”", $"“alert pause {number}”"))));
        return CardElements.Message(title, CardElements.Card(body, []));
    }

    private static IEnumerable<JsonNode?> Corrections(IReadOnlyList<DigestCorrection> corrections)
    {
        foreach (var correction in corrections)
        {
            var lines = DigestText.Lines(correction, "alert").Select(line => SafeText.Card(WordCut.At(line, MaxSentence))).ToArray();
            yield return CardElements.Text(SafeLink.Around(lines[0], correction.Link));
            foreach (var line in lines.Skip(1))
                yield return CardElements.Small(line);
        }
    }

    private static JsonObject Story(AlertStory story)
    {
        List<JsonNode?> items = story.IsKnown ? [CardElements.Heading(AlertText.NewInStory)] : [];
        foreach (var article in story.Articles)
        {
            items.Add(Headline(article));
            items.Add(CardElements.Small(SafeText.Card(WordCut.At(AlertText.Facts(article), MaxFacts))));
            items.AddRange(article.Statements.Select(CardElements.Sentence));
        }

        return CardElements.Group(items);
    }

    private static JsonObject Headline(AlertArticle article) =>
        CardElements.Title(SafeLink.Around(SafeText.Card(SourceLine.NameOf(article.Headline, article.Source)), article.Link));
}
