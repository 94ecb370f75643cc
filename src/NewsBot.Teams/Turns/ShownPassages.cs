using System.Text.Json.Nodes;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Index;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Turns;

/// <summary>Finds the passages of a card, as they are in the archive now: a withdrawn article is not shown again.</summary>
internal static class ShownPassages
{
    /// <summary>Specifies the maximum number of passages on a card; more do not help.</summary>
    private const int TopFound = 5;

    /// <summary>Returns the passages that match a query, best first, with the search words.</summary>
    public static async Task<IReadOnlyList<ShownPassage>> SearchAsync(
        INewsroom newsroom,
        TurnContext context,
        string query,
        ArticleFilter filter,
        CancellationToken cancellationToken
    )
    {
        var rights = ReaderRights.Of(newsroom.Desks.Of(context.Reader));
        var text = $"{query} {FilterWords.Write(filter)}".TrimEnd();
        var found = await newsroom.SearchAsync(new PassageQuery { Text = text, Top = TopFound }, rights, cancellationToken);
        newsroom.Record(context.Actor, AuditAction.Searched, rights.Desk, words: text);
        return [.. found.Select(passage => Of(newsroom, passage) with { Excerpt = PassageExcerpt.Of(passage, query).Shown })];
    }

    /// <summary>Returns the same as a message.</summary>
    public static async Task<ShownMessage> MessageAsync(
        INewsroom newsroom,
        TurnContext context,
        string query,
        ArticleFilter filter,
        CancellationToken cancellationToken
    )
    {
        var found = await SearchAsync(newsroom, context, query, filter, cancellationToken);
        return new ShownMessage(SourcesMessage.Render(query, filter, found), [.. found.Select(passage => passage.Source)]);
    }

    /// <summary>Returns the passages behind an answer, one for each citation; null where the article no longer exists.</summary>
    public static async Task<IReadOnlyList<ShownPassage?>> BehindAsync(
        INewsroom newsroom,
        GivenAnswer answer,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var passages = new List<ShownPassage?>(answer.Citations.Count);
        foreach (var citation in answer.Citations)
        {
            var found = await newsroom.PassageAsync(
                citation.Source,
                new TextRange(citation.Start, citation.End),
                rights,
                cancellationToken
            );
            passages.Add(found is null ? null : Of(newsroom, found));
        }

        return passages;
    }

    /// <summary>
    /// Returns the card with the passages behind an answer; null if it is no longer kept, or was not given in this conversation.
    /// </summary>
    public static async Task<JsonObject?> CardAsync(
        INewsroom newsroom,
        ITeamsStore store,
        string conversation,
        string? answerId,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(store, conversation, answerId, cancellationToken) is { } answer
            ? PassagesCard.OfAnswer(answer, await BehindAsync(newsroom, answer, rights, cancellationToken))
            : null;

    /// <summary>Returns the same as a message.</summary>
    public static async Task<ShownMessage> MessageBehindAsync(
        INewsroom newsroom,
        ITeamsStore store,
        string conversation,
        string? answerId,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(store, conversation, answerId, cancellationToken) is { } answer
            ? await MessageBehindAsync(newsroom, answer, rights, cancellationToken)
            : new ShownMessage(AnswerMessage.Text(Sentences.AnswerGone));

    /// <summary>Returns the passages behind the newest answer of a conversation as a message.</summary>
    public static async Task<ShownMessage> MessageBehindNewestAsync(
        INewsroom newsroom,
        ITeamsStore store,
        string conversation,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        await store.FindAnswerInAsync(conversation, null, cancellationToken) is { Citations.Count: > 0 } answer
            ? await MessageBehindAsync(newsroom, answer, rights, cancellationToken)
            : new ShownMessage(AnswerMessage.Text(Sentences.NoPassages));

    private static async Task<ShownMessage> MessageBehindAsync(
        INewsroom newsroom,
        GivenAnswer answer,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        new(
            CardElements.Message(
                "The passages behind the answer",
                PassagesCard.OfAnswer(answer, await BehindAsync(newsroom, answer, rights, cancellationToken))
            ),
            [.. answer.Citations.Select(citation => citation.Source)]
        );

    private static async Task<GivenAnswer?> FindAsync(
        ITeamsStore store,
        string conversation,
        string? answerId,
        CancellationToken cancellationToken
    ) =>
        answerId is not null
        && await store.FindAnswerAsync(answerId, cancellationToken) is { } answer
        && answer.Conversation == conversation
            ? answer
            : null;

    private static ShownPassage Of(INewsroom newsroom, RetrievedPassage found)
    {
        var article = found.Article.Article;
        return new(
            article.Source,
            Headlines.Of(article),
            OutletName.Known(article),
            article.PublishedOn,
            found.Text,
            newsroom.LinkTo(article.Source, found.Passage.Range)
        );
    }
}
