using System.Text.Json.Nodes;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Search.Index;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Turns;

/// <summary>Finds the passages that a card shows, as the archive has them now: an article that was withdrawn is not shown again.</summary>
internal static class ShownPassages
{
    /// <summary>More do not help on a card.</summary>
    private const int TopFound = 5;

    /// <summary>The passages that match a query, best first.</summary>
    public static async Task<IReadOnlyList<ShownPassage>> SearchAsync(INewsroom newsroom, string query, CancellationToken cancellationToken)
    {
        var found = await newsroom.SearchAsync(new PassageQuery { Text = query, Top = TopFound }, cancellationToken);
        return [.. found.Select(passage => Of(newsroom, passage))];
    }

    /// <summary>The same as a message.</summary>
    public static async Task<ShownMessage> MessageAsync(INewsroom newsroom, string query, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(newsroom, query, cancellationToken);
        return new ShownMessage(SourcesMessage.Render(query, found), [.. found.Select(passage => passage.Source)]);
    }

    /// <summary>The passages behind an answer, one for each citation; null where the article is gone.</summary>
    public static async Task<IReadOnlyList<ShownPassage?>> BehindAsync(
        INewsroom newsroom, GivenAnswer answer, CancellationToken cancellationToken)
    {
        var passages = new List<ShownPassage?>(answer.Citations.Count);
        foreach (var citation in answer.Citations)
        {
            var found = await newsroom.PassageAsync(citation.Source, new TextRange(citation.Start, citation.End), cancellationToken);
            passages.Add(found is null ? null : Of(newsroom, found));
        }

        return passages;
    }

    /// <summary>The card with the passages behind an answer, and the sources that it shows; null when it is not kept, or was not given in this conversation.</summary>
    public static async Task<(JsonObject Card, IReadOnlyList<string> Sources)?> CardAsync(
        INewsroom newsroom, ITeamsStore store, string conversation, string? answerId, CancellationToken cancellationToken)
    {
        var answer = answerId is null ? null : await store.FindAnswerAsync(answerId, cancellationToken);
        return answer is null || answer.Conversation != conversation
            ? null
            : (PassagesCard.OfAnswer(answer, await BehindAsync(newsroom, answer, cancellationToken)), [.. answer.Citations.Select(citation => citation.Source)]);
    }

    private static ShownPassage Of(INewsroom newsroom, RetrievedPassage found)
    {
        var article = found.Article.Article;
        return new(article.Source, article.Headline, article.PublishedOn, found.Text, newsroom.LinkTo(article.Source, found.Passage.Range));
    }
}
