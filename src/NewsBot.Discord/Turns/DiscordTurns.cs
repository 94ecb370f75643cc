using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsBot.Archive.Store;
using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Options;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Spending;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Suggestions;

namespace NewsBot.Discord.Turns;

/// <summary>
/// Receives everything that people do on Discord, whatever the transport. Start reading here: an interaction is acknowledged first, then
/// processed, then its reply is delivered. Thread-safe.
/// </summary>
internal sealed class DiscordTurns : IDiscordEvents, IDisposable
{
    private const int Typing = 4;

    /// <summary>Specifies how long a stopping host still delivers replies; afterwards it asks the remaining people to ask again.</summary>
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(4);

    private readonly RecentIds seen = new(50_000);

    // Few: answers that keep the processors busy leave room for acknowledgements; more would only wait for each other.
    private readonly SemaphoreSlim working = new(Math.Max(4, Environment.ProcessorCount * 2));
    private readonly ConcurrentDictionary<Task, (bool IsTurn, DateTimeOffset Since)> running = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource stopped;
    private readonly TimeProvider time;
    private readonly MonotonicClock clock;
    private readonly ILogger log;
    private readonly DiscordState state;
    private readonly DiscordInbox inbox;
    private readonly DiscordPostedChannel posted;
    private readonly INewsroom newsroom;
    private readonly AllowedChannels channels;
    private readonly InteractionPlanner planner;
    private readonly Completion completion;
    private readonly MessageTurns messages;
    private readonly Delivery delivery;
    private readonly SuggestedQuestions suggested;
    private readonly CommandRegistration registration;
    private Snowflake application;
    private Snowflake bot;
    private int isRegistered;

    public DiscordTurns(
        DiscordOptions options,
        IDiscordMessenger messenger,
        INewsroom newsroom,
        DiscordState state,
        DiscordInbox inbox,
        FeedbackStore feedback,
        DiscordPostedChannel posted,
        TimeProvider time,
        ILogger log,
        SharedSpending? spending = null
    )
    {
        this.state = state;
        this.inbox = inbox;
        this.time = time;
        this.posted = posted;
        application = new Snowflake(options.ApplicationId ?? 0);
        this.newsroom = newsroom;
        this.log = log;
        stopped = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        clock = new MonotonicClock(time);
        channels = new AllowedChannels(options, state, clock);
        var limits = new QuestionLimits(options, clock, spending);
        var replies = new KeptReplies(newsroom, state, feedback);
        var daily = new DailyTurns(newsroom, replies);
        var turns = new NewsroomTurns(newsroom, daily, replies, time);
        planner = new InteractionPlanner(turns, daily, replies, channels, limits, time);
        completion = new Completion(newsroom, channels, time);
        messages = new MessageTurns(turns, messenger, state, posted, channels, limits, clock, log);
        delivery = new Delivery(messenger, clock, log);
        suggested = new SuggestedQuestions(newsroom, replies);
        registration = new CommandRegistration(options, messenger, state, log);
    }

    /// <summary>Gets the interactions and messages that wait or are being answered here.</summary>
    public QueueState Queue
    {
        get
        {
            var turns = running.Values.Where(one => one.IsTurn).Select(one => one.Since).ToList();
            return new QueueState(turns.Count, turns.Count > 0 ? turns.Min() : null, 0);
        }
    }

    /// <summary>Loads what has to be in memory before the first interaction.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not awaited: only completion needs it.
        Run(
            "reading names and headlines",
            "",
            () => newsroom.SuggestAsync("", SuggestionKind.Query, 1, ReaderRights.WithoutDesk, stopping.Token)
        );
        return channels.RefreshAsync(cancellationToken);
    }

    /// <summary>Completes once no work is running, nor any that it started.</summary>
    public async Task IdleAsync()
    {
        while (!running.IsEmpty)
        {
            await Task.WhenAll(running.Keys);
            await Task.Yield();
        }
    }

    /// <summary>Accepts no more work, and waits until running work has reported that the bot is restarting.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        stopped.CancelAfter(LastMoment);
        await IdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (inbox.IsShared)
            await inbox
                .LeaveAllAsync(cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Answers what hosts that stopped have left, this one in an earlier process among them.</summary>
    /// <exception cref="StoreException">The inbox cannot be read.</exception>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var left in await inbox.TakeUpAsync(Delivery.TokenLife, cancellationToken))
            Handle(left.Interaction, () => ResumeAsync(left));
    }

    /// <inheritdoc />
    public void OnReady(Snowflake application, Snowflake bot)
    {
        this.application = application;
        this.bot = bot;
        if (Interlocked.Exchange(ref isRegistered, 1) == 0)
            Run("registering commands", "", () => registration.RunAsync(application, stopping.Token));
    }

    /// <inheritdoc />
    public void OnInteraction(InteractionJson interaction, IAcknowledgement acknowledgement)
    {
        if (seen.TryAdd(interaction.Id.Value))
            Handle(interaction, () => AnswerAsync(interaction, acknowledgement));
    }

    /// <inheritdoc />
    public void OnMessage(MessageJson message)
    {
        if (MessageTurns.Asks(message, bot) && seen.TryAdd(message.Id.Value))
            Run("a message", message.Id.ToString(), () => AnswerAsync(message));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        stopping.Dispose();
        stopped.Dispose();
        working.Dispose();
        suggested.Dispose();
    }

    /// <summary>Handles an interaction; where it stays in the inbox, for whatever reason, it is left to whoever looks next.</summary>
    private void Handle(InteractionJson interaction, Func<Task> work) =>
        Run(
            "an interaction",
            interaction.Id.ToString(),
            async () =>
            {
                try
                {
                    await work();
                }
                finally
                {
                    inbox.Leave(interaction.Id);
                }
            }
        );

    private void Run(string what, string reference, Func<Task> work)
    {
        var task = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The host is stopping; those waiting were notified where possible.
            }
#pragma warning disable CA1031 // The edge of a turn: one that fails must not end the connection.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.TurnFailed(log, exception, what, reference);
            }
        });
        running[task] = (reference.Length > 0, time.GetUtcNow());
        task.ContinueWith(
            done => running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    private async Task AnswerAsync(InteractionJson interaction, IAcknowledgement acknowledgement)
    {
        var receivedAt = clock.Now;
        if (interaction.ApplicationId.Value == 0)
            interaction = interaction with { ApplicationId = application };
        var asker = Asker.Of(interaction);
        var plan = await PlanAsync(interaction, asker);
        var isKept = false;
        if (plan.Work is not null && asker is not null)
        {
            var isNew = await inbox.TryAddAsync(interaction, asker.User, log, stopping.Token);
            // It came twice; or, where it cannot be stored, Discord says that nobody responds, and another host can answer the next time.
            if (isNew == false || (isNew is null && inbox.IsShared))
                return;
            isKept = isNew == true;
        }

        var failure = await acknowledgement.SendAsync(plan.First, stopped.Token);
        await channels.RefreshAsync(stopped.Token);
        if (failure is not null)
            Log.NotAcknowledged(log, interaction.Id.Value, failure.Message);
        // Another host answers it, or this one did before a restart.
        if (failure?.Code == DeliveryFailure.AlreadyAcknowledged)
        {
            if (isKept)
                await inbox.RemoveAsync(interaction.Id, stopped.Token);
            return;
        }

        if (plan.Aside is { } aside)
            await aside(stopped.Token);
        if (plan.Work is null)
            return;
        // Without a response to the first answer, it is unknown whether it arrived: the edit will show it.
        var hasToken = failure is null or { Kind: DeliveryFailureKind.Unreachable };
        await ReplyAsync(interaction, plan, receivedAt, hasToken, isKept);
    }

    /// <summary>Answers what was left, if its first answer arrived: otherwise the person was told so, and may have asked again.</summary>
    private async Task ResumeAsync(LeftInteraction left)
    {
        var interaction = left.Interaction;
        Log.TakenUp(log, interaction.Id.Value);
        await channels.RefreshAsync(stopped.Token);
        var plan = await PlanAsync(interaction, Asker.Of(interaction), isCounted: false);
        if (left.IsGivenUp)
            plan = plan with { Work = _ => Task.FromResult(new Reply(Notice.Failed(interaction.Id.ToString()))) };
        if (plan.Work is null)
            await inbox.RemoveAsync(interaction.Id, stopped.Token);
        else
            await ReplyAsync(interaction, plan, clock.Now - left.Age, hasToken: true, isKept: true, isResumed: true);
    }

    private async Task ReplyAsync(
        InteractionJson interaction,
        Plan plan,
        TimeSpan receivedAt,
        bool hasToken,
        bool isKept,
        bool isResumed = false
    )
    {
        if (await WorkAsync(interaction, plan.Work!, isKept) is not { } reply)
            return;
        // A click with a lost token changes nothing on the screen; a new message in the channel would be a surprise.
        if (hasToken || interaction.Type is not (InteractionPlanner.Click or InteractionPlanner.Entry))
            await DeliverAsync(interaction, plan, reply, receivedAt, hasToken, isResumed);
        if (isKept)
            await inbox.RemoveAsync(interaction.Id, stopped.Token);
    }

    private async Task DeliverAsync(InteractionJson interaction, Plan plan, Reply reply, TimeSpan receivedAt, bool hasToken, bool isResumed)
    {
        var (sent, isInPlace) = isResumed
            ? (await delivery.EditAsync(interaction, reply.Message, receivedAt, stopped.Token), true)
            : await delivery.SendAsync(interaction, reply.Message, receivedAt, plan.IsPrivate, hasToken, stopped.Token);
        if (sent is null)
            return;
        var channel = plan.IsPrivate ? sent.ChannelId : interaction.ChannelId ?? interaction.Channel?.Id;
        if (plan.IsPrivate && isInPlace)
            await posted.RememberPrivateAsync(interaction, Delivery.TokenLife - (clock.Now - receivedAt), reply.Sources, stopped.Token);
        else if (channel is { } place)
            await posted.RememberAsync(place, sent.Id, reply.Sources, stopped.Token);
        if (reply.Conversation is not null)
            await state.LinkConversationAsync(sent.Id.Value, reply.Conversation, stopped.Token);
        var posting = !isInPlace && channel is { } where ? (where, sent.Id) : default((Snowflake, Snowflake)?);
        Suggest(reply, interaction.Id, (buttons, token) => delivery.AddButtonsAsync(interaction, posting, buttons, receivedAt, token));
    }

    /// <summary>Starts to suggest questions; not awaited, because the answer is complete.</summary>
    private void Suggest(Reply reply, Snowflake reference, Func<OutgoingMessage, CancellationToken, Task> edit)
    {
        if (reply.Answered is { } answered)
            Run("suggesting questions", reference.ToString(), () => suggested.AddAsync(answered, edit, stopping.Token));
    }

    private async Task<Plan> PlanAsync(InteractionJson interaction, Asker? asker, bool isCounted = true)
    {
        if (asker is null)
            return new Plan(InteractionCallback.Private(Notice.Unknown));
        return interaction.Type == Typing
            ? new Plan(await completion.ChooseAsync(interaction, asker, stopping.Token))
            : planner.For(interaction, asker, isCounted);
    }

    /// <summary>Does the work; null: other hosts, or this one when the store answers again, do it from the inbox.</summary>
    private async Task<Reply?> WorkAsync(InteractionJson interaction, Func<CancellationToken, Task<Reply>> work, bool isKept)
    {
        var canLeave = isKept && inbox.IsShared;
        try
        {
            await working.WaitAsync(stopping.Token);
            try
            {
                // On a separate thread: a question that keeps the processor busy must not hold up the acknowledgement of others.
                return await Task
                    .Factory.StartNew(() => work(stopping.Token), stopping.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    .Unwrap();
            }
            finally
            {
                working.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return canLeave ? null : new Reply(Notice.Restarting);
        }
        catch (StoreException failure) when (canLeave)
        {
            Log.Left(log, interaction.Id.Value, failure.Message);
            return null;
        }
#pragma warning disable CA1031 // The edge of a turn: the person who asked gets a calm sentence, the log the details.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.TurnFailed(log, exception, interaction.Data?.Name ?? "a click", interaction.Id.ToString());
            return new Reply(Notice.Failed(interaction.Id.ToString()));
        }
    }

    private async Task AnswerAsync(MessageJson message)
    {
        await channels.RefreshAsync(stopping.Token);
        await working.WaitAsync(stopping.Token);
        try
        {
            if (await messages.AnswerAsync(message, bot, stopping.Token) is var (reply, sent))
                Suggest(reply, message.Id, (buttons, token) => messages.AddButtonsAsync(message, sent, buttons, token));
        }
#pragma warning disable CA1031 // The edge of a turn, as above.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.TurnFailed(log, exception, "a message", message.Id.ToString());
            await messages.SendAsync(message, Notice.Failed(message.Id.ToString()), stopping.Token);
        }
        finally
        {
            working.Release();
        }
    }
}
