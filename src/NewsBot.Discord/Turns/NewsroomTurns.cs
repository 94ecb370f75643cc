using NewsBot.Archive.Passages;
using NewsBot.Discord.Access;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Search.Index;

namespace NewsBot.Discord.Turns;

/// <summary>Carries out commands and messages: asks the newsroom, renders the result, and stores what buttons need later.</summary>
internal sealed class NewsroomTurns(INewsroom newsroom, DailyTurns daily, KeptReplies replies, TimeProvider time)
{
    /// <summary>Specifies the maximum number of passages in <c>/sources</c>.</summary>
    public const int MaxSources = 10;

    /// <summary>Returns replies to a text: usually a question, or a command in words.</summary>
    /// <param name="trace">Id of the interaction or message.</param>
    /// <param name="text">The text as written.</param>
    /// <param name="conversation">The conversation that it belongs to.</param>
    /// <param name="asker">Its author.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Reply> ReplyAsync(string trace, string text, string conversation, Asker asker, CancellationToken cancellationToken) =>
        DialogueReader.Read(text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) switch
        {
            DialogueAct.Empty => Task.FromResult(new Reply(Help.Short)),
            DialogueAct.Help => Task.FromResult(new Reply(Help.Message)),
            DialogueAct.Check { Text.Length: > 0 } check => CheckAsync(trace, check.Text, asker, cancellationToken),
            DialogueAct.Digest digest => daily.DigestAsync(trace, digest.Day, asker, cancellationToken),
            DialogueAct.Timeline { Topic.Length: > 0 } timeline => daily.TimelineAsync(trace, timeline.Topic, asker, cancellationToken),
            DialogueAct.Alert alert => daily.AlertAsync(alert.Words, asker, cancellationToken),
            DialogueAct.Subscription subscription => daily.SubscribeAsync(subscription.Words, null, asker, cancellationToken),
            DialogueAct.Desk desk => daily.DeskAsync(desk.Order, asker, cancellationToken),
            _ => AskAsync(trace, text, conversation, asker, cancellationToken),
        };

    /// <summary>Asks a question suggested below a reply.</summary>
    /// <param name="trace">The reply's.</param>
    /// <param name="place">The place of the question among those suggested, from 0.</param>
    /// <param name="newTrace">Id of the click.</param>
    /// <param name="asker">The person who clicked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> AskSuggestedAsync(
        string trace,
        int place,
        string newTrace,
        Asker asker,
        CancellationToken cancellationToken
    ) =>
        await replies.FindSuggestedAsync(trace, place, cancellationToken) is var (question, conversation)
            ? await AskAsync(newTrace, question, conversation ?? Conversations.Of(asker, newTrace), asker, cancellationToken)
            : new Reply(Notice.Gone);

    /// <summary>Finds passages; the input is words, or a chosen article, whose headline is then used.</summary>
    public async Task<Reply> SourcesAsync(string trace, string entered, Asker asker, CancellationToken cancellationToken)
    {
        var (title, words) = await ReadQueryAsync(entered, RightsOf(asker), cancellationToken);
        var passages = string.IsNullOrWhiteSpace(words)
            ? []
            : await newsroom.SearchAsync(new PassageQuery { Text = words, Top = MaxSources }, RightsOf(asker), cancellationToken);
        if (!string.IsNullOrWhiteSpace(words))
            newsroom.Record(DailyTurns.By(asker), AuditAction.Searched, RightsOf(asker).Desk, words: words);
        var pages = SourcePages.Render(title, passages, LinkTo);
        string[] sources = [.. passages.Select(passage => passage.Article.Article.Source).Distinct(StringComparer.Ordinal)];
        return await replies.KeepAsync(new KeptReply(trace, title, pages, [], sources), asker, cancellationToken);
    }

    /// <summary>Shows an article; the input may be a source, or words of a headline.</summary>
    public async Task<Reply> ArticleAsync(string trace, string typed, Asker asker, CancellationToken cancellationToken)
    {
        if (await FindAsync(typed, RightsOf(asker), cancellationToken) is not { } found)
            return new Reply(
                Notice.Of($"The archive has no article “{Cut.ToWords(typed, 300)}”. `/sources` finds articles by their words.")
            );
        newsroom.Record(DailyTurns.By(asker), AuditAction.ArticleRead, RightsOf(asker).Desk, found.Article.Source);
        var pages = ArticlePages.Render(found.Article, newsroom.LinkTo(found.Article.Source));
        return await replies.KeepAsync(new KeptReply(trace, typed, pages, [], [found.Article.Source]), asker, cancellationToken);
    }

    /// <summary>Shows another page of a reply, if the person may still see what it shows.</summary>
    public Task<Reply> PageAsync(string trace, int page, Asker asker, CancellationToken cancellationToken) =>
        replies.PageAsync(trace, page, RightsOf(asker), cancellationToken);

    /// <summary>Shows the quotes of a reply with the text around them, if the person may still see it.</summary>
    public Task<Reply> PassagesAsync(string trace, string newTrace, Asker asker, CancellationToken cancellationToken) =>
        replies.PassagesAsync(trace, newTrace, asker, RightsOf(asker), cancellationToken);

    /// <summary>Checks each sentence of a text against the archive.</summary>
    public async Task<Reply> CheckAsync(string trace, string text, Asker asker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Reply(Notice.Of("This message has no text to check."));
        var sentences = await newsroom.CheckAsync(text, RightsOf(asker), cancellationToken);
        newsroom.Record(DailyTurns.By(asker), AuditAction.TextChecked, RightsOf(asker).Desk, words: text);
        var pages = CheckPages.Render(sentences, newsroom.LinkTo);
        return await replies.KeepAsync(
            new KeptReply(trace, Cut.Plain(text, 300), pages, [], CheckedSentence.SourcesOf(sentences)),
            asker,
            cancellationToken
        );
    }

    private async Task<Reply> AskAsync(string trace, string question, string conversation, Asker asker, CancellationToken cancellationToken)
    {
        var rights = RightsOf(asker);
        var request = new QuestionRequest
        {
            Text = question,
            Conversation = conversation,
            BudgetAccount = Conversations.BudgetAccountOf(asker),
            Desk = rights.Desk,
            SeesEmbargoed = rights.SeesEmbargoed,
            AskedBy = DailyTurns.By(asker),
        };
        var answer = await newsroom.AskAsync(request, cancellationToken);
        var pages = AnswerPages.Render(answer, LinkTo);
        var kept = new KeptReply(trace, question, pages, KeptQuote.Of(answer.Citations), answer.Sources)
        {
            Conversation = conversation,
            Stories = StoriesOf(answer),
            // The follow-ups that are added later store it again.
            Person = asker.User.ToString(),
        };
        var reply = await replies.KeepAsync(kept, asker, cancellationToken);
        return answer.Sources.Count == 0 ? reply : reply with { Answered = new AnsweredQuestion(answer, kept, rights) };
    }

    /// <summary>Returns the story of the newest article that an answer cites, unless it is over: nothing would follow.</summary>
    private IReadOnlyList<KeptStory> StoriesOf(Answer answer) =>
        answer.Citations.MaxBy(citation => citation.Published) is { Published: { } day } newest
        && StoryAge.IsOpen(day, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
            ? [new KeptStory("Follow this story", newest.Source)]
            : [];

    private async Task<(string Title, string Words)> ReadQueryAsync(
        string entered,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        if (!entered.StartsWith(Completion.ArticleMark, StringComparison.Ordinal))
            return (entered, entered);
        var chosen = entered[Completion.ArticleMark.Length..];
        if (await FindAsync(chosen, rights, cancellationToken) is not { } found)
            return (chosen, chosen);
        // Only words: punctuation in a headline would act as operators.
        return (Headlines.Of(found.Article), string.Concat(found.Article.Headline.Select(c => char.IsLetterOrDigit(c) ? c : ' ')));
    }

    private async Task<ArchivedArticle?> FindAsync(string sourceOrHeadline, ReaderRights rights, CancellationToken cancellationToken) =>
        await newsroom.FindArticleAsync(sourceOrHeadline, rights, cancellationToken)
        ?? (
            await newsroom.SuggestAsync(sourceOrHeadline, SuggestionKind.Article, 1, rights, cancellationToken) is [var nearest, ..]
                ? await newsroom.FindArticleAsync(nearest.Value, rights, cancellationToken)
                : null
        );

    private ReaderRights RightsOf(Asker asker) => ReaderRights.Of(newsroom.Desks.Of(asker.Place));

    private string LinkTo(RetrievedPassage passage) => newsroom.LinkTo(passage.Article.Article.Source, passage.Passage.Range);
}
