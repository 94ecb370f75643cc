using NewsBot.Archive.Passages;
using NewsBot.Discord.Access;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Discord.Turns;

/// <summary>Stores replies for their buttons, and shows more of them as long as the archive still contains what they show.</summary>
internal sealed class KeptReplies(INewsroom newsroom, DiscordState state, FeedbackStore feedback)
{
    // The replies whose buttons have changed since they were sent.
    private readonly RecentIds changed = new(10_000);

    /// <summary>Stores a reply that has buttons, and returns its first page.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="asker">The person whom it answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> KeepAsync(KeptReply reply, Asker asker, CancellationToken cancellationToken)
    {
        reply = reply with { Person = asker.User.ToString() };
        if (reply.Pages.Count > 1 || reply.Quotes.Count > 0 || reply.Stories.Count > 0)
            await state.KeepReplyAsync(reply, cancellationToken);
        return new Reply(Buttons.Page(reply, 0), reply.Conversation) { Sources = reply.Sources ?? [] };
    }

    /// <summary>Adds the follow-up questions to a reply.</summary>
    /// <returns>
    /// The buttons to put below its first page. Null: another page is shown, and the next one will have them; or the archive no longer
    /// contains what the reply shows.
    /// </returns>
    public async Task<OutgoingMessage?> SuggestAsync(
        KeptReply reply,
        IReadOnlyList<string> questions,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        reply = reply with { Suggested = questions };
        await state.KeepReplyAsync(reply, cancellationToken);
        return TryMark(reply.Trace) && await StandsAsync(reply, rights, cancellationToken) ? Buttons.Below(reply, 0) : null;
    }

    /// <summary>Returns a question suggested below a reply, and its conversation; null when it is no longer kept.</summary>
    public async Task<(string Question, string? Conversation)?> FindSuggestedAsync(
        string trace,
        int place,
        CancellationToken cancellationToken
    ) =>
        await state.FindReplyAsync(trace, cancellationToken) is { } reply && place < reply.Suggested.Count
            ? (reply.Suggested[place], reply.Conversation)
            : null;

    /// <summary>Returns the source of an article of a story that a reply offers to follow; null when it is no longer kept.</summary>
    public async Task<string?> FindStoryAsync(string trace, int place, CancellationToken cancellationToken) =>
        await state.FindReplyAsync(trace, cancellationToken) is { } reply && place < reply.Stories.Count
            ? reply.Stories[place].Source
            : null;

    /// <summary>Returns another page of a reply.</summary>
    public async Task<Reply> PageAsync(string trace, int page, ReaderRights rights, CancellationToken cancellationToken)
    {
        TryMark(trace);
        if (await state.FindReplyAsync(trace, cancellationToken) is not { } reply || page < 0 || page >= reply.Pages.Count)
            return new Reply(Notice.GoneBelowReply);
        return new Reply(await StandsAsync(reply, rights, cancellationToken) ? Buttons.Page(reply, page) : Notice.Changed);
    }

    /// <summary>Returns the quotes of a reply with the text around them.</summary>
    public async Task<Reply> PassagesAsync(
        string trace,
        string newTrace,
        Asker asker,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        if (await state.FindReplyAsync(trace, cancellationToken) is not { } reply)
            return new Reply(Notice.Gone);
        var passages = new List<QuotedPassage>();
        foreach (var quote in reply.Quotes)
        {
            if (await FindAsync(quote, rights, cancellationToken) is not { } article)
                return new Reply(Notice.Changed);
            var range = new TextRange(quote.Start, quote.End);
            passages.Add(QuotedPassage.Of(quote.Number, article, range, newsroom.LinkTo(quote.Source, range)));
        }

        var pages = PassagePages.Render(reply.Question, passages);
        string[] sources = [.. passages.Select(passage => passage.Article.Source).Distinct(StringComparer.Ordinal)];
        return await KeepAsync(new KeptReply(newTrace, reply.Question, pages, [], sources), asker, cancellationToken);
    }

    /// <summary>Stores what a person thought of a reply, with what is kept of it, in place of what they thought of it before.</summary>
    public async Task RateAsync(
        string trace,
        Asker asker,
        bool isUseful,
        string? comment,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var reply = await state.FindReplyAsync(trace, cancellationToken);
        await feedback.AddAsync(
            new ReaderFeedback
            {
                Channel = DiscordDigestChannel.ChannelName,
                Conversation = reply?.Conversation,
                Person = asker.User.ToString(),
                AnswerId = trace,
                Reaction = isUseful ? ReaderFeedback.Like : ReaderFeedback.Dislike,
                Comment = string.IsNullOrWhiteSpace(comment) ? null : WordCut.At(comment.Trim(), ReaderFeedback.MaxCommentChars),
                Question = reply?.Question,
                Answer = reply is null ? null : string.Join('\n', reply.Pages.Select(page => page.Description)),
                Citations = await FeedbackCitation.ReadAsync(
                    newsroom,
                    reply?.Quotes.Select(quote => (quote.Source, quote.Text, new TextRange(quote.Start, quote.End))) ?? [],
                    ReaderRights.Of(newsroom.Desks.Of(asker.Place)),
                    cancellationToken
                ),
                At = at,
            },
            cancellationToken
        );
    }

    /// <summary>Records that the buttons of a reply change. False: they changed before.</summary>
    private bool TryMark(string trace) => Snowflake.TryParse(trace, out var id) && changed.TryAdd(id.Value);

    /// <summary>Determines whether the archive still contains what a reply quotes and shows.</summary>
    private async Task<bool> StandsAsync(KeptReply reply, ReaderRights rights, CancellationToken cancellationToken)
    {
        foreach (var quote in reply.Quotes)
        {
            if (await FindAsync(quote, rights, cancellationToken) is null)
                return false;
        }

        foreach (var source in reply.Sources ?? [])
        {
            if (await newsroom.FindArticleAsync(source, rights, cancellationToken) is null)
                return false;
        }

        return true;
    }

    private async Task<ArchivedArticle?> FindAsync(KeptQuote quote, ReaderRights rights, CancellationToken cancellationToken) =>
        await newsroom.FindArticleAsync(quote.Source, rights, cancellationToken) is { } article
        && quote.End <= article.Article.Text.Length
        && article.Article.Text.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Text)
            ? article
            : null;
}
