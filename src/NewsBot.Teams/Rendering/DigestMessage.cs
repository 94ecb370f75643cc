using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Renders a digest as an Adaptive Card. Every sentence carries the number of its source, listed below the story; a button opens each of
/// the other articles.
/// </summary>
internal static class DigestMessage
{
    private const int MaxHeadline = 200;
    private const int MaxSentence = 700;
    private const int MostButtons = 6;

    /// <summary>Returns the message. Stories that would make it too large for Teams are left out, with a note.</summary>
    /// <param name="digest">The digest; an empty one is a line of text.</param>
    /// <param name="isLate">Whether readers are told that it comes late.</param>
    public static Activity Render(Digest digest, bool isLate)
    {
        var title = isLate ? $"Late: {DigestText.Title(digest)}" : DigestText.Title(digest);
        if (digest.IsEmpty)
            return AnswerMessage.Text(SafeText.Markdown(title));
        for (var shown = digest.Stories.Count; ; shown--)
        {
            var message = CardElements.Message(title, Card(title, digest, shown));
            if (shown <= 1 || MessageSize.Fits(message))
                return message;
        }
    }

    /// <summary>Returns the card alone, for places that do not show messages.</summary>
    public static JsonObject CardOf(Digest digest) =>
        Render(digest, isLate: false) is { Attachments: [{ Content: JsonObject card }] }
            ? card
            : HelpMessage.Card([SafeText.Card(DigestText.Title(digest))]);

    private static JsonObject Card(string title, Digest digest, int shown)
    {
        List<JsonNode?> body =
        [
            CardElements.Title(SafeText.Card(title)),
            .. Corrections(digest.Corrected),
            .. digest.Stories.Take(shown).Select((story, place) => Story(place + 1, story, digest)),
        ];
        if (shown < digest.Stories.Count)
            body.Add(
                CardElements.Small(string.Create(CultureInfo.InvariantCulture, $"{digest.Stories.Count - shown} more stories did not fit."))
            );
        if (DigestText.MoreReports(digest) is { } more)
        {
            var (days, earlier) = DigestText.DaysOf(digest);
            var links = days.Select(day => SafeLink.Around(SafeText.Card(DigestText.Label(day)), day.Link));
            body.Add(CardElements.Small($"{more}: {string.Join(" · ", earlier is null ? links : links.Append(earlier))}"));
        }

        if (DigestText.OlderReports(digest) is { } older)
            body.Add(CardElements.Small(older));
        return CardElements.Card(body, []);
    }

    private static IEnumerable<JsonNode?> Corrections(IReadOnlyList<DigestCorrection> corrections)
    {
        if (corrections.Count == 0)
            return [];
        List<JsonNode?> items = [CardElements.Heading(DigestText.CorrectedHeading)];
        foreach (var correction in corrections)
        {
            var lines = DigestText.Lines(correction).Select(line => SafeText.Card(WordCut.At(line, MaxSentence))).ToArray();
            items.Add(CardElements.Text(SafeLink.Around(lines[0], correction.Link)));
            items.AddRange(lines.Skip(1).Select(CardElements.Small));
        }

        return [CardElements.Group(items)];
    }

    private static JsonObject Story(int number, DigestStory story, Digest digest)
    {
        List<JsonNode?> items =
        [
            CardElements.Title(SafeText.Card(FormattableString.Invariant($"{number}. {WordCut.At(story.Headline, MaxHeadline)}"))),
            CardElements.Small(SafeText.Card(DigestText.Facts(story, digest))),
            .. story.Statements.Select(CardElements.Sentence),
        ];
        if (story.New.Count > 0)
            items.AddRange([CardElements.Heading(DigestText.NewHeading(digest)), .. story.New.Select(CardElements.Sentence)]);
        foreach (var disagreement in story.Disagreements)
        {
            items.Add(CardElements.Heading(DigestText.Heading(disagreement.Kind)));
            items.Add(
                CardElements.Columns([
                    [CardElements.Sentence(disagreement.One)],
                    [CardElements.Sentence(disagreement.Other)],
                ])
            );
        }

        Citation[] cited = [.. story.Cited.Select(number => digest.Citations[number - 1])];
        items.Add(CardElements.Heading(AnswerBlock.Cited.Words));
        items.AddRange(CardElements.Sources(cited));
        var buttons = story
            .Sources.Where(source => cited.All(citation => citation.Source != source.Source))
            .Select(source => (source.Outlet, Link: SafeLink.Of(source.Link)))
            .Where(source => source.Link is not null)
            .Take(MostButtons)
            .Select(source => CardElements.Open(WordCut.At(SafeText.Plain(source.Outlet), 40), source.Link!))
            .ToArray();
        if (buttons.Length > 0)
            items.AddRange([CardElements.Heading("Other articles"), CardElements.Buttons(buttons)]);
        if (story.Lead is { } lead)
            items.Add(CardElements.Buttons(CardElements.Do("Follow", Verbs.Follow, (Verbs.SourceKey, lead.Source))));
        return CardElements.Group(items);
    }
}
