using System.Globalization;
using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Turns;

/// <summary>Carries out <c>/digest</c>, <c>/alert</c>, <c>/timeline</c> and <c>/desk</c>.</summary>
internal sealed class DailyTurns(INewsroom newsroom, KeptReplies replies)
{
    /// <summary>Determines whether the reply is private, as it is for subscriptions.</summary>
    public static bool IsPrivate(InteractionJson interaction) =>
        CommandInput.Subcommand(interaction) is not (CommandNames.Today or CommandNames.Date);

    /// <summary>Returns the person as the audit log names them.</summary>
    public static AuditActor By(Asker asker) => AuditActor.Of(DiscordDigestChannel.ChannelName, asker.User.ToString());

    /// <summary>Returns a digest, or the result of a change to subscriptions.</summary>
    public Task<Reply> DigestAsync(string trace, InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        var name = CommandInput.Subcommand(interaction);
        if (name == CommandNames.Today)
            return DigestAsync(trace, (DateOnly?)null, asker, cancellationToken);
        if (name != CommandNames.Date)
            return SubscribeAsync(
                $"{name} {CommandInput.Text(interaction, CommandNames.Number)}".Trim(),
                Fields(interaction),
                asker,
                cancellationToken
            );
        var typed = CommandInput.Text(interaction, CommandNames.Day);
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DigestAsync(trace, day, asker, cancellationToken)
            : Task.FromResult(
                new Reply(Notice.Of($"“{Cut.ToWords(typed, 100)}” is not a day like 2026-05-03. Example: {DigestSyntax.OfDay}"))
            );
    }

    /// <summary>Returns the digest of a day; null: the newest one.</summary>
    public async Task<Reply> DigestAsync(string trace, DateOnly? day, Asker asker, CancellationToken cancellationToken)
    {
        var request = new DigestRequest { Date = day, Desk = newsroom.Desks.Of(asker.Place) };
        var digest = await newsroom.DigestAsync(request, cancellationToken);
        if (digest is null)
            return new Reply(Notice.Of("No article of the archive has a date, so there is no digest."));
        newsroom.Record(By(asker), AuditAction.DigestRead, request.Desk, AuditEntry.TargetOf(digest.Date));
        await newsroom.ShowAsync(DiscordDigestChannel.ChannelName, asker.Channel.ToString(), digest, cancellationToken);
        var title = digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var pages = DigestPages.Render(digest, isLate: false);
        return await replies.KeepAsync(
            new KeptReply(trace, title, pages, KeptQuote.Of(digest.Citations), digest.Sources)
            {
                Stories = DigestPages.Stories(digest, pages),
            },
            asker,
            cancellationToken
        );
    }

    /// <summary>Returns a timeline.</summary>
    public async Task<Reply> TimelineAsync(string trace, string topic, Asker asker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(topic))
            return new Reply(Notice.Of("Name a topic, such as `/timeline drone`."));
        var rights = ReaderRights.Of(newsroom.Desks.Of(asker.Place));
        var timeline = await newsroom.TimelineAsync(topic, rights, cancellationToken);
        newsroom.Record(By(asker), AuditAction.TimelineRead, rights.Desk, words: topic);
        var pages = TimelinePages.Render(timeline);
        return await replies.KeepAsync(
            new KeptReply(trace, topic, pages, KeptQuote.Of(timeline.Citations), timeline.Sources),
            asker,
            cancellationToken
        );
    }

    /// <summary>Changes subscriptions and returns the result.</summary>
    /// <param name="words">Such as <c>subscribe 08:00 Europe/London</c>, or only the verb and the number.</param>
    /// <param name="fields">The options of the command; null: everything is in the words.</param>
    /// <param name="asker">The person who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> SubscribeAsync(string words, ScheduleFields? fields, Asker asker, CancellationToken cancellationToken)
    {
        var request = Request(words, asker) with { Fields = fields, Syntax = DigestSyntax.OfSubscriptions };
        return Lines(await newsroom.SubscribeAsync(request, cancellationToken));
    }

    /// <summary>Carries out <c>/alert</c>.</summary>
    public Task<Reply> AlertAsync(InteractionJson interaction, Asker asker, CancellationToken cancellationToken)
    {
        string[] words =
        [
            CommandInput.Subcommand(interaction),
            CommandInput.Text(interaction, CommandNames.Number),
            CommandInput.Text(interaction, CommandNames.Words),
            CommandInput.Text(interaction, CommandNames.When),
            CommandInput.Text(interaction, CommandNames.Time),
        ];
        return AlertAsync(string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word))), asker, cancellationToken);
    }

    /// <summary>Changes alerts and returns the result.</summary>
    /// <param name="words">Such as <c>add drone Kremlin</c> or <c>stop 1</c>.</param>
    /// <param name="asker">The person who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> AlertAsync(string words, Asker asker, CancellationToken cancellationToken)
    {
        var request = Request(words, asker) with { Syntax = AlertCommandSyntax.OfAlerts };
        return Lines(await newsroom.AlertAsync(request, cancellationToken));
    }

    /// <summary>Follows a story of a reply and returns the result.</summary>
    /// <param name="trace">The reply's.</param>
    /// <param name="place">The place of the story among those that it offers, from 0.</param>
    /// <param name="asker">The person who clicked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> FollowAsync(string trace, int place, Asker asker, CancellationToken cancellationToken)
    {
        if (await replies.FindStoryAsync(trace, place, cancellationToken) is not { } source)
            return new Reply(Notice.Gone);
        var request = Request(CommandNames.Follow, asker) with { Syntax = AlertCommandSyntax.OfAlerts };
        return Lines(await newsroom.FollowAsync(request, source, cancellationToken));
    }

    private static SubscriptionRequest Request(string words, Asker asker) =>
        new()
        {
            Channel = DiscordDigestChannel.ChannelName,
            Reader = asker.Place,
            MayManage = asker.Guild is null || asker.MayManage,
            Words = words,
        };

    /// <summary>Shows desks, or puts a channel or a person on one.</summary>
    /// <param name="order">What is asked for; null for an incomplete command.</param>
    /// <param name="asker">The person who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> DeskAsync(DeskOrder? order, Asker asker, CancellationToken cancellationToken)
    {
        var request = new DeskRequest
        {
            Channel = DiscordDigestChannel.ChannelName,
            Reader = asker.Place,
            MayManage = newsroom.Managers.Contains(asker.User.ToString()),
            Order = order,
            Syntax = DeskInput.Syntax,
        };
        return Lines(await newsroom.DeskAsync(request, cancellationToken));
    }

    private static Reply Lines(string text)
    {
        var lines = text.Split('\n');
        return new Reply(Notice.Of(string.Join('\n', lines.Select(line => Cut.ToWords(line, (Notice.MaxChars / lines.Length) - 1)))));
    }

    private static ScheduleFields Fields(InteractionJson interaction) =>
        new(
            CommandInput.Text(interaction, CommandNames.Time),
            CommandInput.Text(interaction, CommandNames.Zone),
            CommandInput.Text(interaction, CommandNames.Days),
            CommandInput.Text(interaction, CommandNames.Topic)
        );
}
