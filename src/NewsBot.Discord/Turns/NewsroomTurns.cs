using NewsBot.Archive.Passages;
using NewsBot.Discord.Access;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Search.Index;

namespace NewsBot.Discord.Turns;

/// <summary>The work behind commands and messages: asks the newsroom, renders what comes back, and keeps what buttons need later.</summary>
internal sealed class NewsroomTurns(INewsroom newsroom, DailyTurns daily, DiscordState state, TimeProvider time)
{
    /// <summary>Passages that <c>/sources</c> shows at most.</summary>
    public const int MaxSources = 10;

    /// <summary>Replies to what was written: a question mostly, or a command in words.</summary>
    /// <param name="trace">Id of the interaction or message.</param>
    /// <param name="text">As it was written.</param>
    /// <param name="conversation">What it belongs to.</param>
    /// <param name="asker">Who wrote it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Reply> ReplyAsync(string trace, string text, string conversation, Asker asker, CancellationToken cancellationToken) =>
        DialogueReader.Read(text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) switch
        {
            DialogueAct.Empty => Task.FromResult(new Reply(Help.Short)),
            DialogueAct.Help => Task.FromResult(new Reply(Help.Message)),
            DialogueAct.Check { Text.Length: > 0 } check => CheckAsync(trace, check.Text, cancellationToken),
            DialogueAct.Digest digest => daily.DigestAsync(trace, digest.Day, asker, cancellationToken),
            DialogueAct.Timeline { Topic.Length: > 0 } timeline => daily.TimelineAsync(trace, timeline.Topic, asker, cancellationToken),
            DialogueAct.Subscription subscription => daily.SubscribeAsync(subscription.Words, asker, cancellationToken),
            _ => AskAsync(trace, text, conversation, asker, cancellationToken),
        };

    /// <summary>Finds passages.</summary>
    public async Task<Reply> SourcesAsync(string trace, string query, CancellationToken cancellationToken)
    {
        var passages = string.IsNullOrWhiteSpace(query)
            ? []
            : await newsroom.SearchAsync(new PassageQuery { Text = query, Top = MaxSources }, cancellationToken);
        var pages = SourcePages.Render(query, passages, LinkTo);
        string[] sources = [.. passages.Select(passage => passage.Article.Article.Source).Distinct(StringComparer.Ordinal)];
        return await KeepAsync(new KeptReply(trace, query, pages, [], sources), null, cancellationToken);
    }

    /// <summary>Shows an article; what was typed may be a source, or words of a headline.</summary>
    public async Task<Reply> ArticleAsync(string trace, string typed, CancellationToken cancellationToken)
    {
        var found = await newsroom.FindArticleAsync(typed, cancellationToken);
        if (found is null && await newsroom.SuggestAsync(typed, SuggestionKind.Article, 1, cancellationToken) is [var nearest, ..])
            found = await newsroom.FindArticleAsync(nearest.Value, cancellationToken);
        if (found is null) return new Reply(Notice.Of($"The archive has no article “{Cut.ToWords(typed, 300)}”. `/sources` finds articles by their words."));
        var pages = ArticlePages.Render(found.Article, newsroom.LinkTo(found.Article.Source));
        return await KeepAsync(new KeptReply(trace, typed, pages, [], [found.Article.Source]), null, cancellationToken);
    }

    /// <summary>Checks each sentence of a text against the archive.</summary>
    public async Task<Reply> CheckAsync(string trace, string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Reply(Notice.Of("This message has no text that could be checked."));
        var sentences = await newsroom.CheckAsync(text, new ReaderRights(), cancellationToken);
        var pages = CheckPages.Render(sentences, newsroom.LinkTo);
        return await KeepAsync(new KeptReply(trace, Cut.Plain(text, 300), pages, [], CheckedSentence.SourcesOf(sentences)), null, cancellationToken);
    }

    /// <summary>Another page of a kept reply, as long as what it quotes still stands in the archive.</summary>
    public async Task<Reply> PageAsync(string trace, int page, CancellationToken cancellationToken)
    {
        if (await state.FindReplyAsync(trace, cancellationToken) is not { } reply || page < 0 || page >= reply.Pages.Count)
            return new Reply(Notice.GoneBelowReply);
        foreach (var quote in reply.Quotes)
        {
            if (await FindAsync(quote, cancellationToken) is null) return new Reply(Notice.Changed);
        }

        foreach (var source in reply.Sources ?? [])
        {
            if (await newsroom.FindArticleAsync(source, cancellationToken) is null) return new Reply(Notice.Changed);
        }

        return new Reply(Buttons.Page(reply, page));
    }

    /// <summary>The whole passages around the quotes of a kept reply.</summary>
    public async Task<Reply> PassagesAsync(string trace, string newTrace, CancellationToken cancellationToken)
    {
        if (await state.FindReplyAsync(trace, cancellationToken) is not { } reply) return new Reply(Notice.Gone);
        var passages = new List<QuotedPassage>();
        foreach (var quote in reply.Quotes)
        {
            if (await FindAsync(quote, cancellationToken) is not { } article) return new Reply(Notice.Changed);
            var range = article.Passages.FirstOrDefault(passage => passage.Range.Start <= quote.Start && quote.End <= passage.Range.End)?.Range ?? new TextRange(quote.Start, quote.End);
            passages.Add(new QuotedPassage(quote.Number, article.Article, range, newsroom.LinkTo(quote.Source, new TextRange(quote.Start, quote.End))));
        }

        var pages = PassagePages.Render(reply.Question, passages);
        return await KeepAsync(new KeptReply(newTrace, reply.Question, pages, [], [.. passages.Select(passage => passage.Article.Source).Distinct(StringComparer.Ordinal)]), null, cancellationToken);
    }

    private async Task<Reply> AskAsync(string trace, string question, string conversation, Asker asker, CancellationToken cancellationToken)
    {
        var request = new QuestionRequest { Text = question, Conversation = conversation, BudgetAccount = Conversations.BudgetAccountOf(asker), SeesEmbargoed = newsroom.Desks.SeesEmbargoed(asker.Channel.ToString()) };
        var answer = await newsroom.AskAsync(request, cancellationToken);
        var reply = new KeptReply(trace, question, AnswerPages.Render(answer, LinkTo), KeptQuote.Of(answer.Citations), answer.Sources);
        return await KeepAsync(reply, conversation, cancellationToken);
    }

    private string LinkTo(RetrievedPassage passage) => newsroom.LinkTo(passage.Article.Article.Source, passage.Passage.Range);

    private async Task<ArchivedArticle?> FindAsync(KeptQuote quote, CancellationToken cancellationToken) =>
        await newsroom.FindArticleAsync(quote.Source, cancellationToken) is { } article && quote.End <= article.Article.Text.Length
        && article.Article.Text.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Text)
            ? article
            : null;

    private async Task<Reply> KeepAsync(KeptReply reply, string? conversation, CancellationToken cancellationToken)
    {
        if (reply.Pages.Count > 1 || reply.Quotes.Count > 0) await state.KeepReplyAsync(reply, cancellationToken);
        return new Reply(Buttons.Page(reply, 0), conversation) { Sources = reply.Sources ?? [] };
    }
}
