using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Paints the card below an answer: what contradicts each other side by side, the sources in one line each, where the words are from, and what
/// may come next. The follow-ups are buttons of the card, not suggested actions: those show in personal chats only, and clients show no citations
/// in a message that has them.
/// </summary>
internal static class AnswerCard
{
    private const int MaxNameChars = 120;
    private const int MaxStatementChars = 400;

    /// <param name="blocks">The answer.</param>
    /// <param name="cited">Those of its citations that the message has.</param>
    /// <param name="answerId">The id under which it is kept.</param>
    /// <param name="query">What the button searches for; null: no such button.</param>
    public static JsonObject Of(IReadOnlyList<AnswerBlock> blocks, IReadOnlyList<Citation> cited, string answerId, string? query)
    {
        List<JsonNode?> actions = [CardElements.Do("Show passages", Verbs.Passages, (Verbs.AnswerKey, answerId))];
        if (query is not null)
            actions.Add(CardElements.Do("Search the sources", Verbs.Sources, (Verbs.QueryKey, query)));
        actions.Add(CardElements.Do("Help", Verbs.Help));
        return CardElements.Card(
            [
                .. blocks.OfType<AnswerBlock.Disputed>().Select(disputed => CardElements.Columns(disputed.Sides.Select(Side))),
                .. cited.Select(Source),
                .. blocks.OfType<AnswerBlock.Origin>().Select(origin => CardElements.Small(SafeText.Card(origin.Words))),
            ],
            actions);
    }

    private static IEnumerable<JsonNode?> Side(DisputedSide side) =>
    [
        CardElements.Title(Days.OrNone(side.Newest.Published)),
        CardElements.Small(SafeText.Card(WordCut.At(SourceLine.NameOf(side.Newest.Headline, side.Newest.Source), MaxNameChars))),
        CardElements.Text(SafeText.Card(WordCut.At(side.Statement.Text, MaxStatementChars))),
    ];

    private static JsonObject Source(Citation citation)
    {
        var line = SourceLine.Of(citation.Headline, citation.Source, citation.Published);
        return CardElements.Small(SafeText.Card(string.Create(CultureInfo.InvariantCulture, $"({citation.Number}) {line}")));
    }
}
